using Copilot.Forecasting.Arima;
using Copilot.Forecasting.Models;
using Copilot.Forecasting.Seasons;
using Copilot.Forecasting.Smoothing;
using Copilot.Forecasting.Theta;

namespace Copilot.Forecasting.Engine;

/// <summary>
/// Histories that move every period. Four models of different kinds are put together: the mean of their median and of their mean weighted by how well each did in the
/// backtest. The median keeps one wild model out; the weights learn from a long past. Histories that grow by shares of themselves are forecast by their logarithms.
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
        var compounds = longSeason is null && Growth.Compounds(history, season);
        var used = compounds ? [.. models.Select(m => new Logged(m))] : models;
        var panel = Panel.Fit(used, history, season, longSeason, cancellationToken);
        if (panel.Members.Count == 0)
        {
            return Short(history, horizon);
        }

        var trials = RollingOrigin.Run(used, history, season, longSeason, horizon, cancellationToken);
        var rows = panel.Forecast(history, horizon);
        var weights = trials.Count > 1 && trials[0].Members.Length == rows.Length ? Weights(trials) : [.. rows.Select(_ => 1.0)];
        var even = Enumerable.Repeat(1.0, trials.Count > 0 ? trials[0].Members.Length : 0).ToArray();
        var tried = trials.Select(t => (Combine(t.Members, t.Members.Length == weights.Length ? weights : even, t.Actual.Length), t.Reference, t.Actual)).ToList();
        var spread = tried.Count > 1
            ? Spread.Of([.. tried.Select(t => Errors(t.Item1, t.Actual, compounds))], season > 1 || panel.HasLongSeason, Learnt(trials[0].Origin, history.Length, season))
            : Spread.OfChanges(history);
        var mean = Combine(rows, weights, horizon);
        var shares = compounds && tried.Count > 1;
        return new Outlook(Words(panel) + (compounds ? ", on logarithms" : string.Empty), mean, Halves(spread, mean, 0.8, shares), Halves(spread, mean, 0.95, shares))
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
        return new Outlook("naive", mean, Halves(spread, mean, 0.8, false), Halves(spread, mean, 0.95, false))
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

    private static double[] Errors(double[] forecast, double[] actual, bool shares)
    {
        var errors = new double[actual.Length];
        for (var h = 0; h < errors.Length; h++)
        {
            errors[h] = shares ? Math.Log(forecast[h] / actual[h]) : forecast[h] - actual[h];
        }

        return errors;
    }

    // Errors that are shares make ranges that reach further up than down.
    private static (double Below, double Above)[] Halves(Spread spread, double[] mean, double share, bool shares)
    {
        var halves = new (double, double)[mean.Length];
        for (var h = 0; h < mean.Length; h++)
        {
            var half = spread.Half(h + 1, share);
            halves[h] = shares ? (mean[h] * (1 - Math.Exp(-half)), mean[h] * (Math.Exp(half) - 1)) : (half, half);
        }

        return halves;
    }
}
