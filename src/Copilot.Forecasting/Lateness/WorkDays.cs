namespace Copilot.Forecasting.Lateness;

/// <summary>Monday to Friday, as warehouses count days; holidays are not known here.</summary>
internal static class WorkDays
{
    /// <summary>Whether goods leave on the day as a rule.</summary>
    public static bool IsOne(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day so many working days before another.</summary>
    public static DateOnly Before(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(-1);
            count -= IsOne(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Working days from one day to before another; 0 when there is none between.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from; day < to; day = day.AddDays(1))
        {
            count += IsOne(day) ? 1 : 0;
        }

        return count;
    }
}
