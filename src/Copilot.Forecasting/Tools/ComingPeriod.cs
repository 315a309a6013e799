namespace Copilot.Forecasting.Tools;

/// <summary>The days to come that a question means.</summary>
/// <param name="From">The first day: today at the earliest.</param>
/// <param name="To">The last day.</param>
/// <param name="IsNext">Whether the months that were named are over and the same ones to come are meant.</param>
internal sealed record ComingPeriod(DateOnly From, DateOnly To, bool IsNext)
{
    private const int MostDays = 366;
    private const int HalfYear = 182;

    /// <summary>Reads a period.</summary>
    /// <param name="start">The first day that was said.</param>
    /// <param name="end">The last day that was said.</param>
    /// <param name="today">Today.</param>
    /// <param name="standard">Days of a period whose end was not said.</param>
    /// <returns>The period, or for people why there is none.</returns>
    public static (ComingPeriod? Period, string? Fault) Of(DateOnly? start, DateOnly? end, DateOnly today, int standard)
    {
        // Who asks in November what January will bring means the next one.
        var isNext = start is { Day: 1 } && start < today && end < today && end.Value.AddDays(1).Day == 1 && end.Value.AddYears(1) >= today;

        // "By the end of December" said in November is read as the one that is over, too. "From today to the end of August" can only mean the next one.
        end = start is null ? Next(end, today) : start >= today && end < today ? end.Value.AddYears(1) : end;
        (start, end) = isNext ? (start!.Value.AddYears(1), end!.Value.AddDays(1).AddYears(1).AddDays(-1)) : (start, end);
        var from = start is { } first && first > today ? first : today;
        var to = end ?? from.AddDays(standard - 1);
        return to < from ? (null, to < today ? $"That period ended on {Wording.Day(to)}; a forecast is about days to come." : "The period ends before it begins.")
            : to.DayNumber - today.DayNumber > MostDays ? (null, $"I forecast up to a year ahead; {Wording.Day(to)} is further.")
            : (new ComingPeriod(from, to, isNext), null);
    }

    /// <summary>A last day that is over as the same day to come, where that is within half a year; a day that is over since lately is meant as it is.</summary>
    public static DateOnly? Next(DateOnly? end, DateOnly today) => end < today && end.Value.AddYears(1) > today && end.Value.AddYears(1).DayNumber - today.DayNumber <= HalfYear ? end.Value.AddYears(1) : end;
}
