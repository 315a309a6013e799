using System.Text.RegularExpressions;

namespace Copilot.Conversation.Grounding;

/// <summary>
/// Writes numbers with the separators of other languages as English ones: <c>1.250,50</c>, <c>1 250,50</c>, <c>1'250.50</c>. What can be read in one way only is
/// read so in every language; <c>1.250</c> and <c>1,250</c> mean what they mean to a reader of the language (separators of Unicode's CLDR).
/// </summary>
internal static partial class NumberNotation
{
    /// <summary>What begins and ends a number that readers of the language may read in two ways.</summary>
    public const char Unclear = '\u0003';

    /// <summary>Rewrites the numbers of a text.</summary>
    /// <param name="text">The text, its dates already in English.</param>
    /// <param name="language">The language it is read in, ISO 639-1.</param>
    public static string ToEnglish(string text, string language) => Token().Replace(text, m => Read(m.Value, language));

    private static string Read(string written, string language)
    {
        var sign = written[0] is '-' or '−' or '+' ? written[..1] : string.Empty;
        var number = written[sign.Length..];
        if (Spaced().IsMatch(number) || Quoted().IsMatch(number))
        {
            return sign + Space().Replace(number, string.Empty).Replace(',', '.');
        }

        var (dots, commas) = (number.Count(c => c == '.'), number.Count(c => c == ','));
        return (dots, commas) switch
        {
            ( > 0, 1) when ByDots().IsMatch(number) => sign + number.Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.'),
            ( > 1, 0) when ByDots().IsMatch(number) => sign + number.Replace(".", string.Empty, StringComparison.Ordinal),
            (1, 0) when Thousands(number, '.') => language switch
            {
                "de" or "es" or "it" or "nl" => sign + number.Replace(".", string.Empty, StringComparison.Ordinal),
                "fr" => $"{Unclear}{written}{Unclear}",
                _ => written,
            },
            (0, 1) when Thousands(number, ',') => language is "de" or "es" or "it" or "nl" or "fr" ? sign + number.Replace(',', '.') : written,
            (0, 1) => sign + number.Replace(',', '.'),
            _ => written,
        };
    }

    /// <summary>Says whether a separator could stand before thousands: one to three digits before it, three behind, no nought in front.</summary>
    private static bool Thousands(string number, char separator)
    {
        var at = number.IndexOf(separator, StringComparison.Ordinal);
        return at is > 0 and <= 3 && number.Length - at == 4 && number[0] != '0';
    }

    [GeneratedRegex(@"(?<![\p{L}\d][-−+]?|\d[.,'’])[-−+]?\d+(?:(?:[.,'’]|(?<=(?<!\d)\d{1,3}|[\u00A0\u202F\u2009 ]\d{3})[\u00A0\u202F\u2009 ](?=\d{3}(?!\d)))\d+)+(?!\d)")]
    private static partial Regex Token();

    [GeneratedRegex(@"^\d{1,3}(?:[\u00A0\u202F\u2009 ]\d{3})+(?:,\d+)?$")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"^\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?$")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+(?:,\d+)?$")]
    private static partial Regex ByDots();

    [GeneratedRegex(@"[\u00A0\u202F\u2009 '’]")]
    private static partial Regex Space();
}
