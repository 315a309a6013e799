using Copilot.Forecasting.Seasons;

namespace Copilot.Forecasting.Measures;

/// <summary>The forecast that others are measured against.</summary>
public static class NaiveReference
{
    /// <summary>Naive2 of the M competitions: the last value without its season, with the season put back; the season counts when its 90 % test shows it.</summary>
    /// <param name="history">The values, at least one, all finite.</param>
    /// <param name="season">Periods in a season; 1 for none.</param>
    /// <param name="horizon">How far.</param>
    public static double[] Naive2(ReadOnlySpan<double> history, int season, int horizon)
    {
        var adjustment = Adjustment.Of(history, season, shrink: false);
        var mean = new double[horizon];
        mean.AsSpan().Fill(adjustment.Values[^1]);
        adjustment.Restore(mean);
        return mean;
    }
}
