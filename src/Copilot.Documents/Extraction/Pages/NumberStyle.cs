using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>How a document writes numbers, by the evidence of those that can only be read one way.</summary>
/// <param name="Decimal">The decimal mark.</param>
internal sealed partial record NumberStyle(char Decimal)
{
    private const int MostDigits = 15;

    /// <summary>Learns it from the words of a document.</summary>
    public static NumberStyle Of(IEnumerable<PlacedWord> words)
    {
        var (comma, point) = (0, 0);
        foreach (var text in words.Select(w => w.Text.Trim('(', ')', '-', '+', '€', '$', '£', '%', ':', ';', ' ')).Where(t => t.Length is > 2 and < 20 && char.IsAsciiDigit(t[0]) && char.IsAsciiDigit(t[^1])))
        {
            var (c, p) = (text.Count(x => x == ','), text.Count(x => x == '.'));
            if (text.Any(x => !char.IsAsciiDigit(x) && x is not (',' or '.' or '\'')) || c + p == 0)
            {
                continue;
            }

            var last = text.LastIndexOfAny([',', '.']);
            var after = text.Length - last - 1;
            var isComma = text[last] == ',';
            var weight = c > 0 && p > 0 ? 3 : (isComma ? c : p) > 1 ? (after == 3 ? -2 : 0) : after == 2 ? 2 : after == 3 ? 0 : 1;
            comma += isComma ? weight : 0;
            point += isComma ? 0 : weight;
        }

        return new NumberStyle(comma > point ? ',' : '.');
    }

    /// <summary>Finds the numbers in a text, with what stands around them left out.</summary>
    public IEnumerable<(decimal Value, bool IsPercent, int At, int Length)> In(string text)
    {
        foreach (Match found in Figure().Matches(text))
        {
            if (Read(found.Value) is { } value)
            {
                var rest = text.AsSpan(found.Index + found.Length).TrimStart();
                yield return (value, rest.StartsWith("%"), found.Index, found.Length);
            }
        }
    }

    /// <summary>Reads a text that is nothing but an amount, perhaps with its currency; null for everything else.</summary>
    public decimal? Amount(string text)
    {
        var plain = CurrencyMark().Replace(text, " ").Trim().Trim(':', '=', '*', ' ', '|');
        return plain.Length is > 0 and < 24 && Figure().Match(plain) is { Success: true, Index: 0 } found && found.Length == plain.Length ? Read(plain) : null;
    }

    /// <summary>Reads one figure; null when it is none.</summary>
    public decimal? Read(string figure)
    {
        var negative = figure.Contains('-', StringComparison.Ordinal) || figure.Contains('−', StringComparison.Ordinal) || (figure.StartsWith('(') && figure.EndsWith(')'));
        var plain = new string([.. figure.Where(c => char.IsAsciiDigit(c) || c is ',' or '.')]).TrimEnd(',', '.').TrimStart(',', '.');
        if (plain.Length == 0 || plain.Count(char.IsAsciiDigit) > MostDigits)
        {
            return null;
        }

        var last = plain.LastIndexOfAny([',', '.']);
        if (last >= 0)
        {
            var mark = plain[last];
            var both = plain.Contains(mark == ',' ? '.' : ',', StringComparison.Ordinal);
            var many = plain.Count(c => c == mark) > 1;
            var after = plain.Length - last - 1;
            var thousands = many || (!both && after == 3 && mark != Decimal && last is > 0 and <= 3 && plain[0] != '0');
            plain = thousands
                ? plain.Replace(",", string.Empty, StringComparison.Ordinal).Replace(".", string.Empty, StringComparison.Ordinal)
                : string.Concat(plain[..last].Where(char.IsAsciiDigit)) + "." + plain[(last + 1)..];
        }

        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? (negative ? -value : value) : null;
    }

    [GeneratedRegex(@"\(?[-−+]?\s?(?:\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)(?:[.,]\d+)?|\d[\d.,'’]*)\)?-?")]
    private static partial Regex Figure();

    [GeneratedRegex(@"€|\$|£|¥|\b(?:EUR|USD|GBP|CHF|CAD|AUD|SEK|NOK|DKK|PLN|CZK|JPY|US)\b|\bEuro\b", RegexOptions.IgnoreCase)]
    private static partial Regex CurrencyMark();
}
