using Copilot.Forecasting.Measures;
using Copilot.Forecasting.Models;

namespace Copilot.Forecasting.Engine;

/// <summary>
/// Lets models forecast from earlier days of the same history. They are chosen and estimated once, on what was known at the first of these days, and then go on
/// from day to day, so nothing they are measured on was known to them.
/// </summary>
internal static class RollingOrigin
{
    private const int MostOrigins = 24;
    private const int Least = 8;

    /// <summary>Runs.</summary>
    /// <param name="models">The models.</param>
    /// <param name="history">The values.</param>
    /// <param name="season">Periods in the short season; 1 for none.</param>
    /// <param name="longSeason">Periods in the long season; null for none.</param>
    /// <param name="horizon">How far to forecast.</param>
    /// <param name="cancellationToken">Stops between two days.</param>
    /// <returns>The trials, oldest first; none when the history is too short.</returns>
    public static IReadOnlyList<Trial> Run(
        IReadOnlyList<IForecaster> models, double[] history, int season, double? longSeason, int horizon, CancellationToken cancellationToken)
    {
        var n = history.Length;
        var least = Math.Max(Least, season > 1 ? (2 * season) + 5 : 0);
        var reach = Math.Min(horizon, Math.Max(1, n / 3));
        var first = Math.Max(least, n - Math.Max(reach + 12, n / 4));
        if (first > n - 2)
        {
            return [];
        }

        var panel = Panel.Fit(models, history.AsSpan(0, first), season, longSeason, cancellationToken);
        if (panel.Members.Count == 0)
        {
            return [];
        }

        var stride = Math.Max(1, (int)Math.Ceiling((n - first) / (double)MostOrigins));
        var trials = new List<Trial>();
        for (var origin = first; origin < n; origin += stride)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var known = history.AsSpan(0, origin);
            var steps = Math.Min(horizon, n - origin);
            trials.Add(new Trial(origin, panel.Forecast(known, steps), NaiveReference.Naive2(known, season, steps), history.AsSpan(origin, steps).ToArray()));
        }

        return trials;
    }
}
