using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Measures;
using Copilot.Forecasting.Tools;

namespace Copilot.Forecasting.Accuracy;

/// <summary>
/// Forecasts past weeks as they would have been forecast then, from what was known on the Monday before them, and compares with what came. The forecasts are kept by their values, so that the same weeks are not
/// forecast twice.
/// </summary>
internal sealed class AccuracyCheck(KeptForecasts forecasts)
{
    /// <summary>Weeks forecast from one Monday.</summary>
    public const int Reach = 4;

    /// <summary>Mondays to forecast from.</summary>
    public const int Mondays = 3;

    private const int LeastWeeks = 16;

    /// <summary>Compares; null when the history is too short or nothing came in those weeks.</summary>
    /// <param name="history">The history.</param>
    /// <param name="cancellationToken">Stops between two forecasts.</param>
    public (PastForecasts Figures, DemandClass? Class)? Of(DemandHistory history, CancellationToken cancellationToken)
    {
        if (CleanDemand.Of(history) is not { } whole)
        {
            return null;
        }

        var (told, naive, came, lower, upper) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        DemandClass? kind = null;
        for (var back = Mondays; back > 0; back--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var monday = whole.Next.AddDays(-back * Reach * Weeks.Days);
            if (CleanDemand.Of(Before(history, monday)) is not { } then || then.Came.Length < LeastWeeks)
            {
                continue;
            }

            var forecast = forecasts.Forecast(then.Series(history, history.Scope.Product ?? "demand"), Reach, cancellationToken);
            kind = forecast.Demand;
            for (var h = 0; h < Reach; h++)
            {
                var at = Weeks.Between(whole.First, monday) + h;
                if (at < 0 || at >= whole.Usual.Length || !double.IsFinite(whole.Usual[at]))
                {
                    // Nothing lay on the shelf, so that what was wanted is not known.
                    continue;
                }

                var lift = then.Lift(monday.AddDays(h * Weeks.Days));
                told.Add(forecast.Mean[h] * lift);
                lower.Add(forecast.Lower80[h] * lift);
                upper.Add(forecast.Upper80[h] * lift);
                naive.Add(then.Came[^1]);
                came.Add(whole.Came[at]);
            }
        }

        return came.Count == 0 || came.Sum() <= 0 ? null : (Figures([.. told], [.. naive], [.. came], [.. lower], [.. upper], whole), kind);
    }

    private static PastForecasts Figures(double[] told, double[] naive, double[] came, double[] lower, double[] upper, CleanDemand whole)
    {
        var mean = came.Average();
        var scaled = ForecastMeasures.Mase(told, came, whole.Came.AsSpan(0, Math.Max(2, whole.Came.Length - (Mondays * Reach))), 1);
        return new PastForecasts
        {
            Products = 1,
            Weeks = came.Length,
            Error = ForecastMeasures.MeanAbsolute(told, came) / mean,
            Naive = ForecastMeasures.MeanAbsolute(naive, came) / mean,
            Bias = ForecastMeasures.Bias(told, came) / mean,
            Within = ForecastMeasures.Coverage(lower, upper, came),
            Scaled = double.IsFinite(scaled) ? scaled : 1,
        };
    }

    private static DemandHistory Before(DemandHistory history, DateOnly monday) => history with
    {
        Today = monday,
        Days = [.. history.Days.Where(d => d.Day < monday)],
        Empty = history.Empty is { Known: true } empty ? empty with { Days = [.. empty.Days.Where(d => d < monday)] } : history.Empty,
    };
}
