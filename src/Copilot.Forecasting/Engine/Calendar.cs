using Copilot.Contracts;

namespace Copilot.Forecasting.Engine;

/// <summary>Steps through the calendar by periods.</summary>
internal static class Calendar
{
    /// <summary>The day a number of periods later; null beyond the calendar, and for hours, which a day does not place.</summary>
    public static DateOnly? Step(DateOnly from, PeriodKind period, int periods)
    {
        var months = period switch { PeriodKind.Month => 1L, PeriodKind.Quarter => 3, PeriodKind.Year => 12, _ => 0 } * periods;
        var days = period switch { PeriodKind.Day => 1L, PeriodKind.Week => 7, _ => 0 } * periods;
        var left = ((9999L - from.Year) * 12) + 12 - from.Month;
        if (period is PeriodKind.Step or PeriodKind.Hour || months > left || days > DateOnly.MaxValue.DayNumber - from.DayNumber)
        {
            return null;
        }

        return months > 0 ? from.AddMonths((int)months) : from.AddDays((int)days);
    }
}
