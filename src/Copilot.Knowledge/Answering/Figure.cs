using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Answering;

/// <summary>A number with its unit, as found in text.</summary>
/// <param name="Value">The value.</param>
/// <param name="Unit">What it counts: <c>%</c>, <c>EUR</c>, <c>°C</c>, <c>day</c>, <c>hour</c>, <c>kg</c>.</param>
internal readonly partial record struct Figure(decimal Value, string Unit)
{
    /// <summary>Gets the figures with a unit, in the order they stand.</summary>
    public static IReadOnlyList<Figure> In(string text)
    {
        var figures = new List<Figure>();
        foreach (Match match in Pattern().Matches(text))
        {
            var number = match.Groups["n"].Value.Replace(",", string.Empty, StringComparison.Ordinal).Replace('−', '-');
            if (decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
            {
                figures.Add(new Figure(value, match.Groups["c"].Success ? "EUR" : UnitOf(match.Groups["u"].Value)));
            }
        }

        return figures;
    }

    /// <summary>Gets the figures of a question; a large number without a unit is taken for money.</summary>
    public static IReadOnlyList<Figure> InQuestion(string text)
    {
        var figures = In(text).Select((f, i) => f with { Value = f.Value + Beyond(text, i) }).ToList();
        return figures.Count > 0 || !LargeNumber().IsMatch(text)
            ? figures
            : [.. LargeNumber().Matches(text).Select(m => new Figure(Number(m.Groups["n"].Value) * (m.Groups["k"].Success ? 1000 : 1), "EUR"))];
    }

    /// <summary>"More than 20 %" asks for the step above 20 %, "less than 20 %" for the one below.</summary>
    private static decimal Beyond(string text, int index)
    {
        var before = text[..Pattern().Matches(text)[index].Index];
        return More().IsMatch(before) ? 0.001m : Less().IsMatch(before) ? -0.001m : 0;
    }

    private static decimal Number(string digits)
        => decimal.TryParse(digits.Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static string UnitOf(string unit)
    {
        var word = unit.ToLowerInvariant().TrimEnd('s');
        word = word.Contains(' ', StringComparison.Ordinal) ? word[(word.LastIndexOf(' ') + 1)..] : word;
        return word switch
        {
            "percent" => "%",
            "€" or "euro" or "eur" => "EUR",
            "kilo" or "kilogram" => "kg",
            "min" => "minute",
            "h" => "hour",
            "l" or "liter" => "litre",
            _ => word,
        };
    }

    [GeneratedRegex(@"\b(?:more than|above|over|exceed(?:s|ing)?|beyond)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex More();

    [GeneratedRegex(@"\b(?:less than|below|under)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Less();

    [GeneratedRegex(@"(?<c>[€$£])\s?(?<n>\d[\d,]*(?:\.\d+)?)|(?<n>[-−]?\d[\d,]*(?:\.\d+)?)\s?-?(?<u>%|percent|€|EUR\b|euros?\b|°C|(?:working |business |calendar |clear )?(?:minutes?|min|hours?|h|days?|weeks?|months?|years?)\b|kg\b|kilos?\b|kilograms?\b|cartons?\b|boxes\b|units\b|pallets?\b|km\b|m\b|L\b|lit(?:er|re)s?\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?<![\w/-])(?<n>\d{1,3}(?:,\d{3})+|\d{3,7})(?![\w/-])|(?<![\w/-])(?<n>\d{1,4})(?<k>k)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LargeNumber();
}
