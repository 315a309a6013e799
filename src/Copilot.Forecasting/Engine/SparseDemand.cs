using Copilot.Forecasting.Models;
using Copilot.Forecasting.Numerics;
using Copilot.Forecasting.Sparse;

namespace Copilot.Forecasting.Engine;

/// <summary>
/// Demand that often stays away. The forecast is a rate, the mean of several ways to see it; the ranges are those of the single periods, from what past periods were
/// off the rate that was known before them.
/// </summary>
internal sealed class SparseDemand(IReadOnlyList<IForecaster> models)
{
    private const int Origins = 24;
    private const double Slow = 0.1;

    /// <summary>The models that are put together unless others are asked for.</summary>
    public static IReadOnlyList<IForecaster> Usual =>
    [
        new SlowSmoothing(),
        new Rates(RateKind.TeunterSyntetosBabai, Slow),
        Plain.MovingAverage(12),
    ];

    /// <summary>Forecasts.</summary>
    /// <param name="history">The prepared values, none below zero.</param>
    /// <param name="horizon">How far.</param>
    /// <param name="cancellationToken">Stops between two models.</param>
    public Outlook Forecast(double[] history, int horizon, CancellationToken cancellationToken)
    {
        var mean = Mean(Fit(history, cancellationToken), history, horizon);
        var off = Misses(history);
        return new Outlook("combination of slow smoothing, TSB and the mean of 12 periods", mean, Halves(off, mean[0], horizon, 0.8), Halves(off, mean[0], horizon, 0.95))
        {
            Trials = Backtest(history, horizon, cancellationToken),
            Warnings = ["Demand often stays away: the forecast is a rate to add up over time, no single period will look like it."],
        };
    }

    private List<IFitted> Fit(ReadOnlySpan<double> history, CancellationToken cancellationToken)
    {
        var fitted = new List<IFitted>();
        foreach (var model in models)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (model.Fit(history, 1) is { } one)
            {
                fitted.Add(one);
            }
        }

        return fitted;
    }

    private static double[] Mean(List<IFitted> fitted, ReadOnlySpan<double> history, int horizon)
    {
        var sum = new double[horizon];
        var one = new double[horizon];
        foreach (var model in fitted)
        {
            model.Forecast(history, one);
            for (var h = 0; h < horizon; h++)
            {
                sum[h] += one[h] / fitted.Count;
            }
        }

        var alive = Ending.Alive(history);
        for (var h = 0; h < horizon; h++)
        {
            sum[h] *= alive;
        }

        return sum;
    }

    private List<(double[], double[], double[])> Backtest(double[] history, int horizon, CancellationToken cancellationToken)
    {
        var trials = new List<(double[], double[], double[])>();
        var n = history.Length;
        var first = Math.Max(8, n - Math.Max(Math.Min(horizon, n / 3) + 12, n / 4));
        if (first > n - 2)
        {
            return trials;
        }

        var fitted = Fit(history.AsSpan(0, first), cancellationToken);
        for (var origin = first; origin < n; origin += Math.Max(1, (int)Math.Ceiling((n - first) / (double)Origins)))
        {
            var steps = Math.Min(horizon, n - origin);
            var naive = new double[steps];
            naive.AsSpan().Fill(history[origin - 1]);
            trials.Add((Mean(fitted, history.AsSpan(0, origin), steps), naive, history[origin..(origin + steps)]));
        }

        return trials;
    }

    // What each period was above or below a slow level known before it; the first few only find the level.
    private static double[] Misses(double[] history)
    {
        var level = Figures.Mean(history.AsSpan(0, Math.Min(12, history.Length)));
        var misses = new double[history.Length];
        for (var t = 0; t < history.Length; t++)
        {
            misses[t] = history[t] - level;
            level += Slow * misses[t];
        }

        Array.Sort(misses);
        return misses;
    }

    private static (double Below, double Above)[] Halves(double[] misses, double mean, int horizon, double share)
    {
        // With n past misses the ends of the range are the values between which share·(n + 1) of them lie (conformal prediction, Vovk et al. 2005).
        var more = 1 + (1.0 / misses.Length);
        var below = Math.Max(0, -Figures.Quantile(misses, 1 - Math.Min(1, (1 + share) / 2 * more)));

        // Nothing lies below zero: then the whole share is counted from there.
        var above = Math.Max(0, Figures.Quantile(misses, Math.Min(1, (below >= mean ? share : (1 + share) / 2) * more)));
        return [.. Enumerable.Repeat((below, above), horizon)];
    }
}
