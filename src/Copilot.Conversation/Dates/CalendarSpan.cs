namespace Copilot.Conversation.Dates;

/// <summary>Days from one to another, both included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
internal readonly record struct CalendarSpan(DateOnly From, DateOnly To)
{
    /// <summary>One day.</summary>
    public static CalendarSpan Of(DateOnly day) => new(day, day);

    /// <summary>The week, month, quarter, year or weekend that is so many away from the one that holds a day.</summary>
    public static CalendarSpan Around(DateOnly day, string unit, int offset)
    {
        switch (unit)
        {
            case "week":
                var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7) + (7 * offset));
                return new CalendarSpan(monday, monday.AddDays(6));
            case "weekend":
                var saturday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7) + 5 + (7 * offset));
                return new CalendarSpan(saturday, saturday.AddDays(1));
            case "month":
                var first = new DateOnly(day.Year, day.Month, 1).AddMonths(offset);
                return new CalendarSpan(first, first.AddMonths(1).AddDays(-1));
            case "quarter":
                var start = new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1).AddMonths(3 * offset);
                return new CalendarSpan(start, start.AddMonths(3).AddDays(-1));
            default:
                return new CalendarSpan(new DateOnly(day.Year + offset, 1, 1), new DateOnly(day.Year + offset, 12, 31));
        }
    }

    /// <summary>The day so many hours, days, working days, weeks, months, quarters or years away.</summary>
    public static DateOnly Away(DateOnly day, string unit, int count, bool working)
    {
        if (working)
        {
            var step = Math.Sign(count);
            for (var left = Math.Abs(count); left > 0;)
            {
                day = day.AddDays(step);
                left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
            }

            return day;
        }

        return unit switch
        {
            "hour" or "h" => day.AddDays((int)Math.Ceiling(Math.Abs(count) / 24.0) * Math.Sign(count)),
            "week" => day.AddDays(7 * count),
            "fortnight" => day.AddDays(14 * count),
            "month" => day.AddMonths(count),
            "quarter" => day.AddMonths(3 * count),
            "year" => day.AddYears(count),
            _ => day.AddDays(count),
        };
    }
}
