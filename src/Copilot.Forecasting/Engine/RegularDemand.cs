using Copilot.Forecasting.Arima;
using Copilot.Forecasting.Models;
using Copilot.Forecasting.Seasons;
using Copilot.Forecasting.Smoothing;
using Copilot.Forecasting.Theta;

namespace Copilot.Forecasting.Engine;

/// <summary>
/// Histories that move every period. Four models of different kinds are put together: the mean of their median and of their mean weighted by how well each did in the
/// backtest. The median keeps one wild model out; the weights learn from a long past.
/// </summary>
internal sealed class RegularDemand(IReadOnlyList<IForecaster> models)
{
    /// <summary>The models that are put together unless others are asked for.</summary>
    public static IReadOnlyList<IForecaster> Usual =>
    [
        new Ets(),
        new AutoArima(),
        new Adjusted(new DynamicTheta(optimised: true), shrink: true),
        new Adjusted(new ComplexSmoothing(), shrink: true),
    ];

    /// <summary>Forecasts.</summary>
    /// <param name="history">The prepared values.</param>
    /// <param name="season">Periods in the short season; 1 for none.</param>
    /// <param name="longSeason">Periods in the long season; null for none.</param>
    /// <param name="horizon">How far.</param>
    /// <param name="cancellationToken">Stops between two models.</param>
    public Outlook Forecast(double[] history, int season, double? longSeason, int horizon, CancellationToken cancellationToken)
    {
        var panel = Panel.Fit(models, history, season, longSeason, cancellationToken);
        if (panel.Members.Count == 0)
        {
            return Short(history, horizon);
        }

        var trials = RollingOrigin.Run(models, history, season, longSeason, horizon, cancellationToken);
        var rows = panel.Forecast(history, horizon);
        var weights = trials.Count > 1 && trials[0].Members.Length == rows.Length ? Weights(trials) : [.. rows.Select(_ => 1.0)];
        var even = Enumerable.Repeat(1.0, trials.Count > 0 ? trials[0].Members.Length : 0).ToArray();
        var tried = trials.Select(t => (Combine(t.Members, t.Members.Length == weights.Length ? weights : even, t.Actual.Length), t.Reference, t.Actual)).ToList();
        var spread = tried.Count > 1
            ? Spread.Of([.. tried.Select(t => Errors(t.Item1, t.Actual))], season > 1 || panel.HasLongSeason, Learnt(trials[0].Origin, history.Length, season))
            : Spread.OfChanges(history);
        return new Outlook(Words(panel), Combine(rows, weights, horizon), Halves(spread, horizon, 0.8), Halves(spread, horizon, 0.95))
        {
            Trials = tried,
            Season = panel.HasLongSeason ? longSeason!.Value : season,
            Warnings = tried.Count > 1 ? [] : ["The history is too short to try the method on it; the ranges rest on the changes from period to period."],
        };
    }

    private static Outlook Short(double[] history, int horizon)
    {
        var spread = Spread.OfChanges(history);
        var mean = new double[horizon];
        mean.AsSpan().Fill(history[^1]);
        return new Outlook("naive", mean, Halves(spread, horizon, 0.8), Halves(spread, horizon, 0.95))
        {
            Warnings = [$"{history.Length} period(s) are too few for a model; the last value goes on."],
        };
    }

    private static string Words(Panel panel)
        => (panel.HasLongSeason ? "season of the year, then " : string.Empty)
            + (panel.Members.Count == 1 ? panel.Members[0].Name : $"combination of {string.Join(", ", panel.Members.Select(m => m.Name))}");

    private static double[] Weights(IReadOnlyList<Trial> trials)
    {
        var weights = new double[trials[0].Members.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var off = 0.0;
            foreach (var trial in trials)
            {
                for (var h = 0; h < trial.Actual.Length; h++)
                {
                    off += Math.Abs(trial.Members[i][h] - trial.Actual[h]);
                }
            }

            weights[i] = double.IsFinite(off) ? 1 / ((off * off) + 1e-12) : 0;
        }

        return weights;
    }

    private static double[] Combine(double[][] rows, double[] weights, int horizon)
    {
        var combined = MedianCombination.Of(rows, horizon);
        for (var h = 0; h < horizon; h++)
        {
            double sum = 0, of = 0;
            for (var i = 0; i < rows.Length; i++)
            {
                if (double.IsFinite(rows[i][h]))
                {
                    sum += weights[i] * rows[i][h];
                    of += weights[i];
                }
            }

            combined[h] = of > 0 ? 0.5 * (combined[h] + (sum / of)) : combined[h];
        }

        return combined;
    }

    // Each place of a season is a mean over the seasons known: its own error falls with their number.
    private static double Learnt(int then, int now, int season) => season > 1 ? Math.Sqrt((1 + ((double)season / now)) / (1 + ((double)season / then))) : 1;

    private static double[] Errors(double[] forecast, double[] actual)
    {
        var errors = new double[actual.Length];
        for (var h = 0; h < errors.Length; h++)
        {
            errors[h] = forecast[h] - actual[h];
        }

        return errors;
    }

    private static (double Below, double Above)[] Halves(Spread spread, int horizon, double share)
    {
        var halves = new (double, double)[horizon];
        for (var h = 0; h < horizon; h++)
        {
            var half = spread.Half(h + 1, share);
            halves[h] = (half, half);
        }

        return halves;
    }
}
