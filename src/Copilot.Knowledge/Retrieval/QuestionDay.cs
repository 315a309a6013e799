using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Knowledge.Analysis;

namespace Copilot.Knowledge.Retrieval;

/// <summary>Reads the past day that a question names ("what was the returns period in March 2024"), so that the revision of that day answers.</summary>
internal static partial class QuestionDay
{
    // English, French, German, Spanish, Dutch, Italian; without accents.
    private static readonly string[][] Short =
    [
        ["jan", "janv", "ene", "gen"], ["feb", "fev", "fevr"], ["mar", "mrt"], ["apr", "avr", "abr"],
        ["mag"], ["jun", "giu"], ["jul", "juil", "lug"], ["aug", "ago"], ["sep", "sept", "set"],
        ["oct", "okt", "ott"], ["nov"], ["dec", "dez", "dic"],
    ];

    private static readonly string[] Full =
    [
        "january janvier januar enero januari gennaio", "february fevrier februar febrero februari febbraio", "march mars marz maerz marzo maart",
        "april avril abril aprile", "may mai mayo mei maggio", "june juin juni junio giugno", "july juillet juli julio luglio",
        "august aout agosto augustus", "september septembre septiembre settembre", "october octobre oktober octubre ottobre",
        "november novembre noviembre", "december decembre dezember diciembre dicembre",
    ];

    /// <summary>Gets the day, the last one of a month or year that is named, or null when none is named that has passed.</summary>
    /// <param name="question">The question.</param>
    /// <param name="today">Today.</param>
    public static DateOnly? In(string question, DateOnly today)
    {
        var text = WordSplitter.Fold(question);
        var day = Iso().Match(text) is { Success: true } iso ? Day(iso, Number(iso, "m"))
            : Numeric().Match(text) is { Success: true } numeric ? Day(numeric, Number(numeric, "m"))
            : Written().Matches(text).Select(Named).FirstOrDefault(d => d is not null)
                ?? (YearOnly().Match(text) is { Success: true } year ? Last(Number(year, "y"), 12) : null);
        return day < today ? day : null;
    }

    private static DateOnly? Named(Match match)
    {
        var word = match.Groups["m"].Value;
        var month = Array.FindIndex(Full, names => names.Split(' ').Contains(word, StringComparer.Ordinal));
        month = month < 0 ? Array.FindIndex(Short, names => names.Contains(word, StringComparer.Ordinal)) : month;
        return month < 0 ? null : Day(match, month + 1);
    }

    private static DateOnly? Day(Match match, int month)
    {
        var year = Number(match, "y");
        return !match.Groups["d"].Success ? Last(year, month)
            : month is >= 1 and <= 12 && Number(match, "d") is var day && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day)
            : null;
    }

    private static DateOnly? Last(int year, int month) => month is >= 1 and <= 12 ? new DateOnly(year, month, DateTime.DaysInMonth(year, month)) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<y>20\d\d)-(?<m>\d\d)-(?<d>\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(?<d>\d{1,2})[./](?<m>\d{1,2})[./](?<y>20\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    // "12 March 2024", "12th of March 2024", "12. März 2024", "12 de marzo de 2024", "March 12, 2024", "March 2024".
    [GeneratedRegex(@"(?:\b(?<d>\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?)?\b(?<m>[a-z]{3,10})\.?\s+(?:(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?:de\s+|of\s+)?(?<y>20\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"\b(?:in|during|im|jahr|en|durante|nel)\s+(?<y>20\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex YearOnly();
}
