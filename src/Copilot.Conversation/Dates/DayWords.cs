using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Conversation.Dates;

/// <summary>The ways in which people write days and periods, each with its reading. Patterns run on folded text.</summary>
internal static partial class DayWords
{
    /// <summary>One way to write a time.</summary>
    /// <param name="Pattern">What it looks like.</param>
    /// <param name="Read">Reads it relative to today; null when it is none after all.</param>
    internal sealed record Way(Regex Pattern, Func<Match, DateOnly, CalendarSpan?> Read);

    private const string Months = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private const string Days = "mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
    private const string Units = "hour|day|week|fortnight|month|quarter|year";
    private const string Counts = "\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|couple of|few|coming|following|";

    /// <summary>Gets the ways, the more specific first.</summary>
    public static IReadOnlyList<Way> All { get; } =
    [
        new(Iso(), (m, _) => Day(Int(m, "y"), Int(m, "m"), Int(m, "d"))),
        new(Numeric(), (m, today) => NumericDay(m, today)),
        new(DayRange(), (m, today) => Named(m, today, "a") is { } first && Named(m, today, "d") is { } last && first.From <= last.From ? new CalendarSpan(first.From, last.From) : null),
        new(DayMonth(), (m, today) => Named(m, today)),
        new(MonthDay(), (m, today) => Named(m, today)),
        new(DayAfter(), (m, today) => CalendarSpan.Of(today.AddDays(m.Value.Contains("after", StringComparison.Ordinal) ? 2 : -2))),
        new(Plain(), (m, today) => CalendarSpan.Of(today.AddDays(m.Value switch { "tomorrow" => 1, "yesterday" => -1, _ => 0 }))),
        new(Feast(), (m, today) => FeastOf(m, today)),
        new(ToDate(), (m, today) => new CalendarSpan(CalendarSpan.Around(today, m.Groups["u"].Value switch { "ytd" => "year", "mtd" => "month", "qtd" => "quarter", "" => "year", var u => u }, 0).From, today)),
        new(Edge(), (m, today) => EdgeOf(m, today)),
        new(Ahead(), (m, today) => Span(m, today, 1)),
        new(Back(), (m, today) => Span(m, today, -1)),
        new(Silent(), (m, today) => m.Groups["half"].Success ? new CalendarSpan(CalendarSpan.Away(today, "month", -6, false).AddDays(1), today) : Span(m, today, -1)),
        new(InSome(), (m, today) => CalendarSpan.Of(CalendarSpan.Away(today, m.Groups["u"].Value, Count(m), m.Groups["w"].Success))),
        new(Ago(), (m, today) => CalendarSpan.Of(CalendarSpan.Away(today, m.Groups["u"].Value, -Count(m), m.Groups["w"].Success))),
        new(Relative(), (m, today) => CalendarSpan.Around(today, m.Groups["u"].Value, m.Groups["r"].Value switch { "next" or "coming" or "following" => 1, "last" or "past" or "previous" or "prior" => -1, _ => 0 })),
        new(Quarter(), (m, today) => QuarterOf(m, today)),
        .. ForeignDays.All,
        new(MonthYear(), (m, today) => MonthOf(m, today)),
        new(Weekday(), (m, today) => WeekdayOf(m, today)),
        new(Year(), (m, _) => new CalendarSpan(new DateOnly(Int(m, "y"), 1, 1), new DateOnly(Int(m, "y"), 12, 31))),
    ];

    private static CalendarSpan? Day(int year, int month, int day)
        => month is >= 1 and <= 12 && year is >= 1900 and <= 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? CalendarSpan.Of(new DateOnly(year, month, day)) : null;

    private static CalendarSpan? NumericDay(Match m, DateOnly today)
    {
        var (day, month) = (Int(m, "a"), Int(m, "b"));
        if (month > 12 && day <= 12)
        {
            (day, month) = (month, day);
        }

        var year = m.Groups["y"].Success ? Int(m, "y") : today.Year;
        return Day(year < 100 ? 2000 + year : year, month, day);
    }

    /// <summary>Feasts that people plan by, at their fixed days. Without a year the coming one is meant; with "last" the one behind.</summary>
    private static CalendarSpan FeastOf(Match m, DateOnly today)
    {
        var (month, day) = m.Groups["name"].Value switch
        {
            "christmas eve" or "xmas eve" => (12, 24),
            "new years eve" or "new year's eve" => (12, 31),
            "new year" or "new years" or "new year's" or "new years day" or "new year's day" => (1, 1),
            _ => (12, 25),
        };
        var feast = new DateOnly(m.Groups["y"].Success ? Int(m, "y") : today.Year, month, day);
        if (!m.Groups["y"].Success)
        {
            feast = m.Groups["r"].Success ? (feast >= today ? feast.AddYears(-1) : feast) : feast < today ? feast.AddYears(1) : feast;
        }

        return CalendarSpan.Of(feast);
    }

    private static CalendarSpan? Named(Match m, DateOnly today, string day = "d")
    {
        var month = MonthNumber(m.Groups["mon"].Value);
        if (m.Groups["y"].Success)
        {
            return Day(Int(m, "y"), month, Int(m, day));
        }

        // Without a year the nearest such day is meant.
        return new[] { -1, 0, 1 }.Select(o => Day(today.Year + o, month, Int(m, day))).Where(d => d is not null)
            .MinBy(d => Math.Abs(d!.Value.From.DayNumber - today.DayNumber));
    }

    private static CalendarSpan Span(Match m, DateOnly today, int direction)
    {
        var away = CalendarSpan.Away(today, m.Groups["u"].Value, direction * Count(m), m.Groups["w"].Success);
        if (direction > 0)
        {
            return new CalendarSpan(today, away);
        }

        // Today is one of the last thirty days. Hours and working days are counted back from now.
        return new CalendarSpan(m.Groups["w"].Success || m.Groups["u"].Value.StartsWith('h') ? away : away.AddDays(1), today);
    }

    private static CalendarSpan EdgeOf(Match m, DateOnly today)
    {
        var unit = m.Groups["u"].Value;
        if (m.Groups["short"].Success)
        {
            unit = m.Groups["short"].Value switch { "eow" => "week", "eom" => "month", "eoq" => "quarter", _ => "year" };
        }

        var span = CalendarSpan.Around(today, unit, m.Groups["r"].Value switch { "next" => 1, "last" => -1, _ => 0 });
        return CalendarSpan.Of(m.Value.StartsWith('e') ? span.To : span.From);
    }

    private static CalendarSpan QuarterOf(Match m, DateOnly today)
    {
        var quarter = m.Groups["q"].Value switch { "first" => 1, "second" => 2, "third" => 3, "fourth" => 4, var q => int.Parse(q[..1], CultureInfo.InvariantCulture) };
        var year = m.Groups["y"].Success ? Int(m, "y") : today.Year;
        var first = new DateOnly(year, ((quarter - 1) * 3) + 1, 1);
        if (!m.Groups["y"].Success && first > today)
        {
            first = first.AddYears(-1);
        }

        return new CalendarSpan(first, first.AddMonths(3).AddDays(-1));
    }

    private static CalendarSpan? MonthOf(Match m, DateOnly today)
    {
        // "may" and "mar" are words of their own: only after a preposition or with a year do they mean the month.
        var ambiguous = m.Groups["mon"].Value is "may" or "mar" or "sun";
        if (ambiguous && !m.Groups["y"].Success && !m.Groups["p"].Success)
        {
            return null;
        }

        var month = MonthNumber(m.Groups["mon"].Value);
        var year = m.Groups["y"].Success ? Int(m, "y") : today.Year;
        var first = new DateOnly(year, month, 1);
        if (!m.Groups["y"].Success)
        {
            var ahead = m.Groups["p"].Value is "by" or "until" or "till" or "next" or "before";
            first = ahead ? (first.AddMonths(1) <= today ? first.AddYears(1) : first) : first > today ? first.AddYears(-1) : first;
        }

        return new CalendarSpan(first, first.AddMonths(1).AddDays(-1));
    }

    private static CalendarSpan WeekdayOf(Match m, DateOnly today)
    {
        var wanted = (DayOfWeek)Array.IndexOf(["sun", "mon", "tue", "wed", "thu", "fri", "sat"], m.Groups["day"].Value[..3]);
        var ahead = ((int)wanted - (int)today.DayOfWeek + 7) % 7;
        return CalendarSpan.Of(m.Groups["r"].Value switch
        {
            "last" or "past" or "previous" => today.AddDays(ahead == 0 ? -7 : ahead - 7),
            "next" => CalendarSpan.Around(today, "week", 1).From.AddDays(((int)wanted + 6) % 7),
            _ => today.AddDays(m.Groups["past"].Success && ahead > 0 ? ahead - 7 : ahead),
        });
    }

    private static int Count(Match m) => m.Groups["n"].Value.Trim() switch
    {
        "a" or "an" or "one" or "" or "coming" or "following" => 1,
        "two" or "couple of" or "a couple of" => 2,
        "three" or "few" or "a few" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        var digits => int.Parse(digits, CultureInfo.InvariantCulture),
    };

    private static int Int(Match m, string group) => int.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture);

    private static int MonthNumber(string name) => Array.IndexOf(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], name[..3]) + 1;

    [GeneratedRegex(@"\b(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})\b")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![\w/.-])(?<a>\d{1,2})(?:/(?<b>\d{1,2})(?:/(?<y>\d{4}|\d{2}))?|\.(?<b>\d{1,2})\.(?<y>\d{4}|\d{2})?)(?![\w/])")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\b(?:the )?(?<a>\d{1,2})(?:st|nd|rd|th)? ?(?:-|to|and|until) ?(?:the )?(?<d>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<mon>" + Months + @")\b\.?,?(?: (?<y>20\d\d))?(?![\w])")]
    private static partial Regex DayRange();

    [GeneratedRegex(@"\b(?:the )?(?<d>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<mon>" + Months + @")\b\.?,?(?: (?<y>20\d\d))?(?![\w])")]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"\b(?<mon>" + Months + @")\.? (?:the )?(?<d>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,? (?<y>20\d\d))?\b")]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"\b(?:the )?day (?:after tomorrow|before yesterday)\b")]
    private static partial Regex DayAfter();

    [GeneratedRegex(@"\b(?:today|tonight|tomorrow|yesterday)\b")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\b(?:(?<r>last) )?(?<name>(?:christmas|xmas)(?: eve| day)?|new year'?s eve|new year(?:'?s(?: day)?)?)\b(?: (?<y>20\d\d))?")]
    private static partial Regex Feast();

    [GeneratedRegex(@"\b(?:(?<u>year|month|quarter)[ -]to[ -]date|(?<u>ytd|mtd|qtd)|so far this (?<u>year|month|quarter)|this (?<u>year|month|quarter) so far)\b")]
    private static partial Regex ToDate();

    [GeneratedRegex(@"\b(?:(?:end|beginning|start) of (?:the |this |(?<r>next|last) )?(?<u>week|month|quarter|year)|(?<short>eow|eom|eoq|eoy))\b")]
    private static partial Regex Edge();

    // "Next week" is the one in the calendar, "in the next week" the seven days that begin now.
    [GeneratedRegex(@"\b(?:(?:the )?(?:next|coming|following)|within(?: the)?(?: next| coming)?|in the (?:next|coming)) (?<n>" + Counts + @") ?(?<w>working |business )?(?<u>" + Units + @")s\b|\bwithin (?<n>an?|one) (?<u>" + Units + @")\b|\b(?:next|within) (?<n>\d{1,3}) ?(?<u>h)\b|\b(?:in|over|during|within) the (?:next|coming) (?<u>week|month|year)\b")]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\b(?:(?:over |during |in |for )?(?:the )?(?:last|past|previous|trailing)) (?<n>" + Counts + @") ?(?<w>working |business )?(?<u>" + Units + @")s\b|\b(?:in|over|during|within) the (?:last|past) (?<u>week|month|year)\b")]
    private static partial Regex Back();

    // "For three weeks" is ahead or behind; behind a word for what did not happen it is behind.
    // "In three weeks" is behind only after a perfect tense that denies: "have not ordered in three weeks".
    [GeneratedRegex(@"(?:(?<=\b(?:(?:have|has|had|did)(?:n'?t| not)|no|without|nothing|silent|quiet|inactive|dormant)\b[^?.!]{0,60} )for|(?<=\b(?:(?:have|has|had)(?:n'?t| not)|never)\b(?:(?!\b(?:and|but|due|will|can|coming|expected|planned)\b)[^?.!]){0,60} )in) (?:about |over |more than |at least )?(?:(?<half>half a year)|(?<n>\d{1,3}|an?|one|two|three|four|five|six|seven|ten|a couple of|a few) (?<w>working |business )?(?<u>" + Units + @")s?)\b")]
    private static partial Regex Silent();

    [GeneratedRegex(@"\bin (?:about )?(?<n>\d{1,3}|an?|one|two|three|four|five|six|seven|ten|a couple of|a few) (?<w>working |business )?(?<u>" + Units + @")s?(?:'? time)?\b")]
    private static partial Regex InSome();

    [GeneratedRegex(@"\b(?<n>\d{1,3}|an?|one|two|three|four|five|six|seven|ten|couple of|few) (?<w>working |business )?(?<u>" + Units + @")s? ago\b")]
    private static partial Regex Ago();

    [GeneratedRegex(@"\b(?:the )?(?<r>this|current|next|last|past|previous|prior|coming|following|present) (?<u>weekend|week|month|quarter|year)\b")]
    private static partial Regex Relative();

    [GeneratedRegex(@"\b(?:q(?<q>[1-4])|(?:the )?(?<q>first|second|third|fourth|1st|2nd|3rd|4th) quarter)(?:,? (?:of )?(?<y>20\d\d))?\b")]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\b(?:(?<p>in|since|by|until|till|from|during|for|of|before|after|last|next|between|to|and) )?(?<mon>" + Months + @")\b(?:,? (?<y>20\d\d))?")]
    private static partial Regex MonthYear();

    // "What did we send on Friday" asks for the one behind us; what was promised for Friday is ahead.
    [GeneratedRegex(@"(?:(?<past>(?<=\b(?:did|came|went|happened|arrived|(?<!\b(?:be|being|are|is|get|gets|when|if|once|not)\b[^?.!]{0,30} )(?:shipped|delivered|dispatched)|(?<=\b(?:what|orders|deliveries|shipments|parcels|goods|trucks) )left)\b(?:(?!\b(?:promised?|plan(?:ned)?|confirm(?:ed)?|agreed?|expect(?:ed)?|schedule[d]?|say|said|due)\b)[^?.!]){0,60} on )))?\b(?:(?<r>this|next|last|past|previous|coming) )?(?<day>" + Days + @")s?\b")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?<=\b(?:in|for|of|during|since|from|year|and|to|until|before|after|with|vs|than) )(?<y>20[0-4]\d)\b")]
    private static partial Regex Year();
}
