using Copilot.Forecasting.Models;
using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Smoothing;

/// <summary>Exponential smoothing in state space form; the member is chosen by the corrected information criterion of Akaike (AICc), as in Hyndman, Koehler, Snyder and Grose (2002).</summary>
internal sealed class Ets(IReadOnlyList<EtsForm>? forms = null) : IForecaster
{
    // A longer season has more states than most histories can tell apart.
    private const int LongestSeason = 24;

    /// <inheritdoc/>
    public string Name => "ETS";

    /// <inheritdoc/>
    public IFitted? Fit(ReadOnlySpan<double> history, int season) => Best(history, season);

    /// <summary>The criterion of the best member; null when the history carries none.</summary>
    public double? Criterion(ReadOnlySpan<double> history, int season) => Best(history, season)?.Criterion;

    private Fitted? Best(ReadOnlySpan<double> history, int season)
    {
        var values = history.ToArray();
        var positive = Array.TrueForAll(values, v => v > 0);
        var seasonal = season is > 1 and <= LongestSeason && values.Length >= (2 * season) + 3;
        Fitted? best = null;
        foreach (var form in forms ?? EtsForm.Stable(seasonal, positive))
        {
            if ((form.Season != EtsSeason.None && !seasonal) || (!positive && (form.RelativeError || form.Season == EtsSeason.Factors)))
            {
                continue;
            }

            var states = 1 + (form.Trend ? 1 : 0) + (form.Season == EtsSeason.None ? 0 : season - 1);
            var count = form.Parameters + states + 1;
            if (values.Length - count - 1 <= 0)
            {
                continue;
            }

            var (at, low, high) = EtsFilter.Box(form);
            var filter = new EtsFilter(form, values, season);
            var likelihood = NelderMead.Minimise(filter, at, low, high, 60 * at.Length);
            var criterion = likelihood + (2.0 * count) + (2.0 * count * (count + 1) / (values.Length - count - 1));
            if (likelihood < 1e99 && (best is null || criterion < best.Criterion))
            {
                best = new Fitted(form, at, season, criterion);
            }
        }

        return best;
    }

    private sealed class Fitted(EtsForm form, double[] at, int season, double criterion) : IFitted
    {
        public string Name => form.Name;

        public double Criterion => criterion;

        public void Forecast(ReadOnlySpan<double> history, Span<double> mean)
        {
            if (form.Season != EtsSeason.None && history.Length < 2 * season)
            {
                mean.Fill(history[^1]);
                return;
            }

            new EtsFilter(form, history.ToArray(), season).Forecast(at, mean);
        }
    }
}
