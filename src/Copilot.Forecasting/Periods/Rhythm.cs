using Copilot.Contracts;

namespace Copilot.Forecasting.Periods;

/// <summary>Finds what dates that were written as days really are: days, weeks, months, quarters or years.</summary>
internal static class Rhythm
{
    private static readonly (PeriodKind Kind, double Days)[] Kinds =
        [(PeriodKind.Year, 365), (PeriodKind.Quarter, 91), (PeriodKind.Month, 30), (PeriodKind.Week, 7)];

    /// <summary>The longest period that fits the usual gap and never holds two of the days.</summary>
    /// <param name="days">The days' numbers, rising, each once.</param>
    public static PeriodKind Of(IReadOnlyList<long> days)
    {
        if (days.Count < 2)
        {
            return PeriodKind.Day;
        }

        var gaps = new long[days.Count - 1];
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = days[i + 1] - days[i];
        }

        Array.Sort(gaps);
        var usual = gaps[gaps.Length / 2];
        foreach (var (kind, length) in Kinds)
        {
            if (length <= 1.1 * usual && AreApart(days, kind))
            {
                return kind;
            }
        }

        return PeriodKind.Day;
    }

    private static bool AreApart(IReadOnlyList<long> days, PeriodKind kind)
    {
        var before = long.MinValue;
        foreach (var day in days)
        {
            var place = PeriodText.Place(DateOnly.FromDayNumber((int)day), kind);
            if (place == before)
            {
                return false;
            }

            before = place;
        }

        return true;
    }
}
