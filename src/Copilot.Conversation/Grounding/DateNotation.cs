using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Conversation.Grounding;

/// <summary>Writes the days, times and weekdays of German, French, Spanish, Dutch and Italian texts in English: <c>am 27. November</c>, <c>le 27 novembre 2026</c>, <c>27/11/2026</c>, <c>14.30 Uhr</c>.</summary>
internal static partial class DateNotation
{
    private const string Names =
        "januar|jänner|janvier|janv|enero|ene|januari|gennaio|gen|februar|feber|février|fevrier|févr|fevr|febrero|februari|febbraio|märz|mrz|maerz|mars|marzo|maart|mrt|april|avril|avr|abril|abr|aprile|"
        + "mai|mayo|mei|maggio|juni|juin|junio|giugno|giu|juli|juillet|juil|julio|luglio|lug|august|août|aout|agosto|ago|augustus|september|septembre|sept|septiembre|settembre|sett|"
        + "oktober|okt|octobre|octubre|ottobre|ott|november|novembre|noviembre|dezember|dez|décembre|decembre|déc|diciembre|dic|december|dicembre|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec";

    private static readonly FrozenDictionary<string, int> Months = Numbered(
        "januar jänner janvier janv enero ene januari gennaio gen jan", "februar feber février fevrier févr fevr febrero februari febbraio feb", "märz mrz maerz mars marzo maart mrt mar", "april avril avr abril abr aprile apr",
        "mai mayo mei maggio", "juni juin junio giugno giu jun", "juli juillet juil julio luglio lug jul", "august août aout agosto ago augustus aug", "september septembre sept septiembre settembre sett sep",
        "oktober okt octobre octubre ottobre ott oct", "november novembre noviembre nov", "dezember dez décembre decembre déc diciembre dic december dicembre dec");

    private static readonly FrozenDictionary<string, int> Days = Numbered(
        "montag lundi lunes maandag lunedì lunedi", "dienstag mardi martes dinsdag martedì martedi", "mittwoch mercredi miércoles miercoles woensdag mercoledì mercoledi", "donnerstag jeudi jueves donderdag giovedì giovedi",
        "freitag vendredi viernes vrijdag venerdì venerdi", "samstag sonnabend samedi sábado sabado zaterdag sabato", "sonntag dimanche domingo zondag domenica");

    /// <summary>Rewrites the dates of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">The language it is read in, ISO 639-1; in English only days that can be read in one way are rewritten.</param>
    public static string ToEnglish(string text, string language)
    {
        // With dots the day comes first everywhere; with strokes and dashes it depends on the reader.
        var said = Dotted().Replace(text, m => Written(m, Number(m, "a"), Number(m, "b")));
        var isForeign = language is "de" or "fr" or "es" or "nl" or "it";
        said = Stroked().Replace(said, m => isForeign || (Number(m, "a") > 12 && Number(m, "b") <= 12) ? Written(m, Number(m, "a"), Number(m, "b"))
            : Number(m, "b") > 12 && Number(m, "a") <= 12 && m.Value.Contains('/', StringComparison.Ordinal) ? Written(m, Number(m, "b"), Number(m, "a")) : m.Value);
        if (!isForeign)
        {
            return said;
        }

        said = Range().Replace(said, m => Month(m) is { } month ? $"{m.Groups["a"].Value} to {m.Groups["d"].Value} {month}{Year(m)}" : m.Value);
        said = DayOfMonth().Replace(said, m => Month(m) is { } month ? $"{m.Groups["d"].Value} {month}{Year(m)}" : m.Value);
        said = MonthAlone().Replace(said, m => Month(m) is { } month ? $"{month} {m.Groups["y"].Value}" : m.Value);
        said = Yearless().Replace(said, m => Number(m, "b") is >= 1 and <= 12 ? $"{m.Groups["lead"].Value}{m.Groups["a"].Value} {MonthName(Number(m, "b"))}" : m.Value);
        said = Weekday().Replace(said, m => EnglishDay(Days[m.Groups["w"].Value.ToLowerInvariant()]) + (m.Groups["gap"].Success ? " " : string.Empty));
        said = ShortWeekday().Replace(said, m => m.Groups["lead"].Value);
        said = Clock().Replace(said, m => $"{m.Groups["h"].Value}:{m.Groups["m"].Value}");
        return FullHour().Replace(said, m => $"{m.Groups["h"].Value}:00");
    }

    private static string Written(Match m, int day, int month)
        => month is >= 1 and <= 12 && day is >= 1 and <= 31 ? $"{day.ToString(CultureInfo.InvariantCulture)} {MonthName(month)} {m.Groups["y"].Value}" : m.Value;

    private static string? Month(Match m) => Months.TryGetValue(m.Groups["mon"].Value.ToLowerInvariant(), out var month) ? MonthName(month) : null;

    private static string Year(Match m) => m.Groups["y"].Success ? " " + m.Groups["y"].Value : string.Empty;

    private static string MonthName(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    private static string EnglishDay(int number) => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName((DayOfWeek)(number % 7));

    private static int Number(Match m, string group) => int.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture);

    private static FrozenDictionary<string, int> Numbered(params string[] names)
        => names.SelectMany((n, i) => n.Split(' ').Select(name => (Name: name, Number: i + 1))).ToFrozenDictionary(n => n.Name, n => n.Number, StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![\d.])(?<a>\d{1,2})\.(?<b>\d{1,2})\.(?<y>\d{4})(?!\d)")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<![\w/-])(?<a>\d{1,2})(?<s>[/-])(?<b>\d{1,2})\k<s>(?<y>\d{4})(?![\w/-])")]
    private static partial Regex Stroked();

    [GeneratedRegex(@"(?<![\d.,])(?<a>\d{1,2})(?:\.|er|º|°)?\s*(?:-|–|bis(?: zum)?|und|au|et|al|y|tot en met|t/m|tot|en|e)\s*(?:le |el |il |den |dem )?(?<d>\d{1,2})(?:\.|er|º|°)?\s+(?:de\s+)?(?<mon>" + Names + @")\b\.?(?:\s+(?:del?\s+)?(?<y>\d{4})\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![\d.,])(?<d>\d{1,2})(?:\.|er|º|°)?\s+(?:de\s+)?(?<mon>" + Names + @")\b\.?(?:\s+(?:del?\s+)?(?<y>\d{4})\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"\b(?<mon>" + Names + @")\b\.?\s+(?:del?\s+)?(?<y>\d{4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex MonthAlone();

    [GeneratedRegex(@"(?<lead>\b(?:am|vom|bis|bis zum|zum|ab|seit|den|dem)\s+)(?<a>\d{1,2})\.(?<b>\d{1,2})\.(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Yearless();

    [GeneratedRegex(@"\b(?<w>montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|lunedì|lunedi|martedì|martedi|mercoledì|mercoledi|giovedì|giovedi|venerdì|venerdi|sabato|domenica)s?(?:(?<gap>,?\s+(?:den |dem |le |el |il )?)(?=\d{1,2} [A-Z]))?(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?<lead>^|[\s(])(?:mo|di|mi|do|fr|sa|so|lun|mar|mer|mié|jeu|jue|ven|vie|sam|sáb|sab|dim|dom|gio|ma|wo|vr|za|zo)\.?,?\s+(?=\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex ShortWeekday();

    [GeneratedRegex(@"(?<![\d.,:])(?<h>[01]?\d|2[0-3])(?:[.:](?<m>[0-5]\d)\s*(?:uhr|uur|h)\b|\s?h\s?(?<m>[0-5]\d)(?!\d))|(?<=\b(?:ore|alle|dalle|um) )(?<h>[01]?\d|2[0-3])\.(?<m>[0-5]\d)(?!\d|[.,]\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<![\d.,:])(?<h>[01]?\d|2[0-3])\s*uhr\b", RegexOptions.IgnoreCase)]
    private static partial Regex FullHour();
}
