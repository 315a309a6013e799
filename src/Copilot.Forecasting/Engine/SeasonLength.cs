using Copilot.Contracts;

namespace Copilot.Forecasting.Engine;

/// <summary>The seasons to reckon with: a short one that models carry themselves, and a long one that is taken out first.</summary>
/// <param name="Short">Periods in the short season; 1 for none.</param>
/// <param name="Long">Periods in the long season; null for none.</param>
internal readonly record struct SeasonLength(int Short, double? Long)
{
    private const int LongestShort = 24;
    private const double DaysInYear = 365.2425;
    private const double WeeksInYear = DaysInYear / 7;

    /// <summary>The seasons of a series, as it says, as is usual for its periods, or as its values show.</summary>
    /// <param name="series">The series.</param>
    /// <param name="values">Its prepared values.</param>
    public static SeasonLength Of(TimeSeries series, ReadOnlySpan<double> values) => series.Season switch
    {
        null when series.Period == PeriodKind.Step => Split(SeasonFinder.Of(values)),
        null => Usual(series.Period),

        // Who says 52 of weeks or 365 of days means the year.
        >= 52 and <= 53 when series.Period == PeriodKind.Week => new SeasonLength(1, WeeksInYear),
        >= 365 and <= 366 when series.Period == PeriodKind.Day => new SeasonLength(7, DaysInYear),
        7 when series.Period == PeriodKind.Day => Usual(PeriodKind.Day),
        _ => Split(series.Season.Value),
    };

    private static SeasonLength Split(double length)
        => length <= LongestShort ? new SeasonLength((int)Math.Round(length), null) : new SeasonLength(1, length);

    private static SeasonLength Usual(PeriodKind period) => period switch
    {
        PeriodKind.Hour => new SeasonLength(24, 168),
        PeriodKind.Day => new SeasonLength(7, DaysInYear),
        PeriodKind.Week => new SeasonLength(1, WeeksInYear),
        PeriodKind.Month => new SeasonLength(12, null),
        PeriodKind.Quarter => new SeasonLength(4, null),
        _ => new SeasonLength(1, null),
    };
}
