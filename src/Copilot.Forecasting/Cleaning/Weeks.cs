using Copilot.Contracts;

namespace Copilot.Forecasting.Cleaning;

/// <summary>Days into weeks from Monday.</summary>
internal static class Weeks
{
    /// <summary>Days in a week.</summary>
    public const int Days = 7;

    /// <summary>The Monday of the week a day lies in.</summary>
    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % Days));

    /// <summary>Weeks from one Monday to another.</summary>
    public static int Between(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) / Days;

    /// <summary>What share of a week's deliveries leaves on each day from Monday, by the last year; a working week where nothing is known.</summary>
    public static double[] Profile(IReadOnlyList<DemandDay> days, DateOnly today)
    {
        var shares = new double[Days];
        foreach (var day in days.Where(d => d.Day.DayNumber > today.DayNumber - 365))
        {
            shares[((int)day.Day.DayOfWeek + 6) % Days] += day.Delivered;
        }

        var sum = shares.Sum();
        return sum > 0 ? [.. shares.Select(s => s / sum)] : [0.2, 0.2, 0.2, 0.2, 0.2, 0, 0];
    }

    /// <summary>The share of a week that lies between two days, both included.</summary>
    public static double Share(double[] profile, DateOnly monday, DateOnly from, DateOnly to)
    {
        var share = 0.0;
        for (var i = 0; i < Days; i++)
        {
            var day = monday.AddDays(i);
            share += day >= from && day <= to ? profile[i] : 0;
        }

        return share;
    }
}
