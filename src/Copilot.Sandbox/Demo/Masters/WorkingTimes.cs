namespace Copilot.Sandbox.Demo.Masters;

/// <summary>The hours of the two companies, and the public holidays of their countries from the year before to two years ahead.</summary>
internal static class WorkingTimes
{
    private const int WorkDays = 5;
    private const int YearsAhead = 2;

    private static readonly string[] Names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    /// <summary>Writes the schedule of a company.</summary>
    /// <param name="bench">Where to.</param>
    /// <param name="company">The company.</param>
    /// <param name="country">The country whose holidays it keeps.</param>
    /// <returns>The schedule's id.</returns>
    public static int Write(Workbench bench, int company, string country)
    {
        var calendar = bench.Add("resource.calendar", new() { ["name"] = "Standard 40 hours/week", ["active"] = true, ["company_id"] = company, ["tz"] = "Europe/Paris" });
        for (var day = 0; day < WorkDays; day++)
        {
            foreach (var (period, from, to) in new[] { ("morning", 8.0, 12.0), ("afternoon", 13.0, 17.0) })
            {
                bench.Add("resource.calendar.attendance", new()
                {
                    ["name"] = $"{Names[day]} {period}", ["dayofweek"] = Invariant(day), ["hour_from"] = from, ["hour_to"] = to, ["calendar_id"] = calendar, ["day_period"] = period,
                });
            }
        }

        foreach (var (day, name) in Enumerable.Range(bench.Calendar.Today.Year - 1, YearsAhead + 2).SelectMany(y => Holidays(y, country)))
        {
            // The evening before to the evening of the day, in universal time: a whole day in Paris in summer and in winter.
            bench.Add("resource.calendar.leaves", new()
            {
                ["name"] = name, ["company_id"] = company, ["calendar_id"] = calendar, ["date_from"] = BusinessCalendar.At(day.AddDays(-1), 23), ["date_to"] = BusinessCalendar.At(day, 21, 59),
            });
        }

        return calendar;
    }

    /// <summary>The public holidays of France (Code du travail, L3133-1), and of Germany with Saxony's own (Sächsisches Sonn- und Feiertagsgesetz).</summary>
    private static IEnumerable<(DateOnly Day, string Name)> Holidays(int year, string country)
    {
        var easter = Easter(year);
        yield return (new DateOnly(year, 1, 1), "New Year's Day");
        yield return (easter.AddDays(1), "Easter Monday");
        yield return (new DateOnly(year, 5, 1), "Labour Day");
        yield return (easter.AddDays(39), "Ascension Day");
        yield return (easter.AddDays(50), "Whit Monday");
        yield return (new DateOnly(year, 12, 25), "Christmas Day");
        if (country == "FR")
        {
            yield return (new DateOnly(year, 5, 8), "Victory Day");
            yield return (new DateOnly(year, 7, 14), "National Day");
            yield return (new DateOnly(year, 8, 15), "Assumption Day");
            yield return (new DateOnly(year, 11, 1), "All Saints' Day");
            yield return (new DateOnly(year, 11, 11), "Armistice Day");
        }
        else
        {
            yield return (easter.AddDays(-2), "Good Friday");
            yield return (new DateOnly(year, 10, 3), "Day of German Unity");
            yield return (new DateOnly(year, 10, 31), "Reformation Day");
            yield return (RepentanceDay(year), "Day of Repentance");
            yield return (new DateOnly(year, 12, 26), "Second Christmas Day");
        }
    }

    /// <summary>Easter Sunday by the anonymous Gregorian rule (J. Meeus, "Astronomical Algorithms", chapter 8).</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    /// <summary>The Wednesday before 23 November.</summary>
    private static DateOnly RepentanceDay(int year)
    {
        var day = new DateOnly(year, 11, 22);
        while (day.DayOfWeek != DayOfWeek.Wednesday)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
