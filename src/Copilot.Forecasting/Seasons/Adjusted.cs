using Copilot.Forecasting.Models;

namespace Copilot.Forecasting.Seasons;

/// <summary>A model without seasons of its own, on the history without its season.</summary>
internal sealed class Adjusted(IForecaster inner, bool shrink) : IForecaster
{
    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public IFitted? Fit(ReadOnlySpan<double> history, int season)
        => inner.Fit(Adjustment.Of(history, season, shrink).Values, 1) is { } fitted ? new Fitted(fitted, season, shrink) : null;

    private sealed class Fitted(IFitted inner, int season, bool shrink) : IFitted
    {
        public string Name => inner.Name;

        public void Forecast(ReadOnlySpan<double> history, Span<double> mean)
        {
            var adjustment = Adjustment.Of(history, season, shrink);
            inner.Forecast(adjustment.Values, mean);
            adjustment.Restore(mean);
        }
    }
}
