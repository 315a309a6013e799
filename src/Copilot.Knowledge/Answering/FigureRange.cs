using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Answering;

/// <summary>Tells which step of a graded rule ("up to 5 %", "above 10 % up to 18 %", "above €50,000") a figure of the question falls into.</summary>
internal static partial class FigureRange
{
    /// <summary>Gets true when a statement's range holds one of the figures, false when it has a range in the same unit that holds none, null when it has no such range.</summary>
    public static bool? Holds(IReadOnlyList<Figure> asked, string statement)
    {
        bool? verdict = null;
        foreach (Match match in Range().Matches(statement))
        {
            var upTo = Figure.In(match.Groups["upto"].Value);

            // "10 to 25 kg": the unit stands once.
            var above = match.Groups["from"].Success && upTo.Count > 0
                ? [new Figure(decimal.Parse(match.Groups["from"].Value, System.Globalization.CultureInfo.InvariantCulture), upTo[0].Unit)]
                : Figure.In(match.Groups["above"].Value);
            foreach (var figure in asked)
            {
                if (!above.Concat(upTo).Any(f => f.Unit == figure.Unit))
                {
                    continue;
                }

                var inside = above.All(f => f.Unit != figure.Unit || figure.Value > f.Value) && upTo.All(f => f.Unit != figure.Unit || figure.Value <= f.Value);
                verdict = inside || verdict == true;
            }
        }

        return verdict;
    }

    /// <summary>
    /// Tells whether a plain number of the question ("a score of 65") falls into the step a table row is about ("60 to 79", "80 and more",
    /// "below 40"); null when the row is about no such step.
    /// </summary>
    public static bool? HoldsNumber(string question, string key)
    {
        if (Step().Match(key) is not { Success: true } step || PlainNumber().Matches(question) is not { Count: > 0 } numbers)
        {
            return null;
        }

        var from = step.Groups["from"].Success ? int.Parse(step.Groups["from"].Value, System.Globalization.CultureInfo.InvariantCulture) : int.MinValue;
        var to = step.Groups["to"].Success ? int.Parse(step.Groups["to"].Value, System.Globalization.CultureInfo.InvariantCulture) : int.MaxValue;
        return numbers.Select(n => int.Parse(n.Value, System.Globalization.CultureInfo.InvariantCulture)).Any(n => n >= from && n <= to);
    }

    /// <summary>Gets where a step that only begins ("from €80,000") begins, or null.</summary>
    public static decimal? Beginning(string key)
        => Open().Match(key) is { Success: true } match && Figure.In(match.Groups["above"].Value) is [var figure, ..] ? figure.Value : null;

    [GeneratedRegex(@"^\W*(?:(?<from>\d{1,4})\s*(?:to|–|-)\s*(?<to>\d{1,4})|(?<from>\d{1,4})\s*(?:and|or) more|(?:below|under|up to)\s+(?<to>\d{1,4}))(?!\d|[.,]\d|\s?(?:%|€|kg|km))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Step();

    [GeneratedRegex(@"(?<![\w.,/€-])\d{1,4}(?![\w.,/%€-])(?!\s*(?:%|€|euro))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"^\W*(?:from|above|over)\s+(?<above>[€$£]?\d[\d,.]*\s?(?:%|€)?)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Open();

    [GeneratedRegex(@"(?<![\d.,])(?<from>\d{1,5}(?:\.\d+)?)\s*(?:to|–)\s*(?<upto>\d[\d,.]*\s?(?:kg|km|litres?|L)\b)|(?:above|over|more than|from)\s+(?<above>[€$£]?\d[\d,.]*\s?(?:%|[A-Za-z°]+(?: days?)?)?)(?:\s+(?:up to|to|and up to|but not more than)\s+(?<upto>[€$£]?\d[\d,.]*\s?(?:%|[A-Za-z°]+(?: days?)?)?))?|(?:up to|at most|below|under|less than|not more than)\s+(?<upto>[€$£]?\d[\d,.]*\s?(?:%|[A-Za-z°]+(?: days?)?)?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
