namespace Copilot.Sandbox.Demo;

/// <summary>The days the practice company works: Monday to Friday, counted from the day it is built for.</summary>
internal sealed class BusinessCalendar(DateOnly today, DateTimeOffset now)
{
    private const int HistoryDays = 730;

    public DateOnly Today => today;

    /// <summary>The moment the company is built for, UTC; nothing that has happened is later.</summary>
    public DateTime Now { get; } = now.UtcDateTime;

    /// <summary>The first day of the 24 months of history.</summary>
    public DateOnly First => today.AddDays(-HistoryDays);

    /// <summary>The last business day before today: whatever is done was done by then.</summary>
    public DateOnly LastWorked => Business(-1);

    /// <summary>The n-th business day after today (negative: before); today itself is never counted.</summary>
    public DateOnly Business(int offset) => Shift(today, offset);

    /// <summary>Years between the day and today, never negative.</summary>
    public double YearsAgo(DateOnly day) => Math.Max(0, today.DayNumber - day.DayNumber) / 365.0;

    public static bool IsBusiness(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public static DateOnly Shift(DateOnly from, int businessDays)
    {
        var step = Math.Sign(businessDays);
        var day = from;
        for (var left = Math.Abs(businessDays); left > 0;)
        {
            day = day.AddDays(step);
            if (IsBusiness(day))
            {
                left--;
            }
        }

        return day;
    }

    /// <summary>The day itself, or the Monday after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsBusiness(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    public static DateTime At(DateOnly day, int hour, int minute = 0)
        => day.ToDateTime(new TimeOnly(hour, minute), DateTimeKind.Utc);
}
