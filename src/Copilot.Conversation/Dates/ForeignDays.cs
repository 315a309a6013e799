using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Conversation.Dates;

/// <summary>The common ways to write days and periods in German, French, Spanish, Dutch and Italian. Patterns run on folded text.</summary>
internal static partial class ForeignDays
{
    private const string MonthNames =
        "januar|februar|marz|mai|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre"
        + "|octubre|noviembre|diciembre|januari|februari|maart|mei|augustus|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|april|august|september|november|december";

    private static readonly FrozenDictionary<string, int> Numbers = """
        januar 1 janvier 1 enero 1 januari 1 gennaio 1 februar 2 fevrier 2 febrero 2 februari 2 febbraio 2 marz 3 mars 3 marzo 3 maart 3 april 4 avril 4 abril 4 aprile 4 mai 5 mayo 5 mei 5 maggio 5 juni 6 juin 6 junio 6
        giugno 6 juli 7 juillet 7 julio 7 luglio 7 august 8 aout 8 agosto 8 augustus 8 september 9 septembre 9 septiembre 9 settembre 9 oktober 10 octobre 10 octubre 10 ottobre 10 november 11 novembre 11 noviembre 11
        dezember 12 decembre 12 diciembre 12 december 12 dicembre 12
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToFrozenDictionary(p => p[0], p => int.Parse(p[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>Gets the ways.</summary>
    public static IReadOnlyList<DayWords.Way> All { get; } =
    [
        new(Yesterday(), (_, today) => CalendarSpan.Of(today.AddDays(-1))),
        new(Today(), (_, today) => CalendarSpan.Of(today)),
        new(Tomorrow(), (_, today) => CalendarSpan.Of(today.AddDays(1))),
        new(Behind(), (m, today) => CalendarSpan.Around(today, Unit(m), -1)),
        new(Present(), (m, today) => CalendarSpan.Around(today, Unit(m), 0)),
        new(Ahead(), (m, today) => CalendarSpan.Around(today, Unit(m), 1)),
        new(DayOfMonth(), DayOf),
        new(Month(), MonthOf),
    ];

    private static string Unit(Match m) => m.Groups["w"].Success ? "week" : m.Groups["m"].Success ? "month" : m.Groups["q"].Success ? "quarter" : "year";

    /// <summary>A day without a year is the nearest such day.</summary>
    private static CalendarSpan? DayOf(Match m, DateOnly today)
    {
        var (day, month) = (int.Parse(m.Groups["d"].Value, CultureInfo.InvariantCulture), Numbers[m.Groups["mon"].Value]);
        var years = m.Groups["y"].Success ? [int.Parse(m.Groups["y"].Value, CultureInfo.InvariantCulture)] : new[] { today.Year - 1, today.Year, today.Year + 1 };
        var days = years.Where(y => day >= 1 && day <= DateTime.DaysInMonth(y, month)).Select(y => new DateOnly(y, month, day)).ToList();
        return days.Count == 0 ? null : CalendarSpan.Of(days.MinBy(d => Math.Abs(d.DayNumber - today.DayNumber)));
    }

    /// <summary>A month without a year is the latest that has begun; with a word for "until" the coming one.</summary>
    private static CalendarSpan? MonthOf(Match m, DateOnly today)
    {
        var isAhead = m.Groups["p"].Value is "bis" or "hasta" or "entro" or "tot" or "jusqu'en" or "jusqu’en";
        var first = new DateOnly(m.Groups["y"].Success ? int.Parse(m.Groups["y"].Value, CultureInfo.InvariantCulture) : today.Year, Numbers[m.Groups["mon"].Value], 1);
        first = m.Groups["y"].Success ? first : isAhead ? (first.AddMonths(1) <= today ? first.AddYears(1) : first) : first > today ? first.AddYears(-1) : first;
        return new CalendarSpan(first, first.AddMonths(1).AddDays(-1));
    }

    // "hier" is yesterday in French only; in German and Dutch it is "here".
    [GeneratedRegex(@"\b(?:gestern|ayer|gisteren|ieri)\b|(?<=\b(?:combien|avons|nous|quel|quels|quelle|quelles|est|les|des)\b.{0,80})\bhier\b")]
    private static partial Regex Yesterday();

    [GeneratedRegex(@"\b(?:heute(?: morgen| fruh)?|aujourd.hui|hoy|esta manana|vandaag|vanmorgen|oggi|stamattina)\b")]
    private static partial Regex Today();

    [GeneratedRegex(@"\b(?:morgen|demain|manana|domani)\b")]
    private static partial Regex Tomorrow();

    [GeneratedRegex(@"\b(?:(?:letzte[nmrs]?|vorige[nmrs]?|vergangene[nmrs]?|vorig|afgelopen) (?:(?<w>woche|week)|(?<m>monat|monats|maand)|(?<q>quartal|quartals|kwartaal)|(?<y>jahr|jahres|jaar))|(?:(?<w>semaine)|(?<m>mois)|(?<q>trimestre)|(?<y>annee|an)) (?:dernier|derniere|passe|passee|precedent|precedente)|(?:(?<w>semana)|(?<m>mes)|(?<q>trimestre)|(?<y>ano)) (?:pasado|pasada|anterior)|(?:(?<w>settimana)|(?<m>mese)|(?<q>trimestre)|(?<y>anno)) (?:scorso|scorsa|passato|passata)|(?:scorso|scorsa) (?:(?<w>settimana)|(?<m>mese)|(?<q>trimestre)|(?<y>anno)))\b")]
    private static partial Regex Behind();

    [GeneratedRegex(@"\b(?:(?:diese[nmrs]?|deze|dit) (?:(?<w>woche|week)|(?<m>monat|monats|maand)|(?<q>quartal|quartals|kwartaal)|(?<y>jahr|jahres|jaar))|(?:ce|cette) (?:(?<w>semaine)|(?<m>mois)|(?<q>trimestre)|(?<y>annee))|(?:este|esta) (?:(?<w>semana)|(?<m>mes)|(?<q>trimestre)|(?<y>ano))|quest(?:o |a |.)(?:(?<w>settimana)|(?<m>mese)|(?<q>trimestre)|(?<y>anno)))\b")]
    private static partial Regex Present();

    [GeneratedRegex(@"\b(?:(?:nachste[nmrs]?|kommende[nmrs]?|volgende?|komende?) (?:(?<w>woche|week)|(?<m>monat|monats|maand)|(?<q>quartal|quartals|kwartaal)|(?<y>jahr|jahres|jaar))|(?:(?<w>semaine)|(?<m>mois)|(?<q>trimestre)|(?<y>annee)) (?:prochain|prochaine)|(?:proximo|proxima) (?:(?<w>semana)|(?<m>mes)|(?<q>trimestre)|(?<y>ano))|(?:(?<w>semana)|(?<m>mes)|(?<y>ano)) que viene|(?:prossimo|prossima) (?:(?<w>settimana)|(?<m>mese)|(?<q>trimestre)|(?<y>anno)))\b")]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\b(?<d>\d{1,2})(?:er|\.)?(?: de| di)? ?(?<mon>" + MonthNames + @")\b(?: (?:de )?(?<y>20\d\d))?")]
    private static partial Regex DayOfMonth();

    // Only behind a preposition or before a year: "mars", "mai" and "agosto" may be names.
    [GeneratedRegex(@"\b(?:(?<p>im|in|seit|bis|fur|des|en|depuis|jusqu['’]en|au mois de|de|desde|hasta|sinds|tot|van|a|di|da|nel|entro) (?<mon>" + MonthNames + @")\b(?: (?:de )?(?<y>20\d\d))?|(?<mon>" + MonthNames + @") (?:de )?(?<y>20\d\d))\b")]
    private static partial Regex Month();
}
