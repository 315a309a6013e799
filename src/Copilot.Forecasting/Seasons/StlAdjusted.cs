using Copilot.Forecasting.Models;

namespace Copilot.Forecasting.Seasons;

/// <summary>A model without seasons of its own, on a history without the season that STL sees in it. The last season goes on; it may have changed over the years, which <see cref="Adjusted"/> does not allow for.</summary>
internal sealed class StlAdjusted(IForecaster inner) : IForecaster
{
    private const int Window = 13;
    private const int Seasons = 2;

    /// <inheritdoc/>
    public string Name => "STL and " + inner.Name;

    /// <inheritdoc/>
    public IFitted? Fit(ReadOnlySpan<double> history, int season)
        => inner.Fit(Without(history, season, []), 1) is { } fitted ? new Fitted(fitted, season) : null;

    // The history without its season; the season to go on with is filled in when there is one.
    private static double[] Without(ReadOnlySpan<double> history, int season, Span<double> last)
    {
        var values = history.ToArray();
        if (season < 2 || values.Length < (Seasons * season) + 1)
        {
            return values;
        }

        var parts = Stl.Of(history, season, Window).Season;
        for (var t = 0; t < values.Length; t++)
        {
            values[t] -= parts[t];
        }

        for (var h = 0; h < last.Length; h++)
        {
            last[h] = parts[values.Length - season + (h % season)];
        }

        return values;
    }

    private sealed class Fitted(IFitted inner, int season) : IFitted
    {
        public string Name => "STL and " + inner.Name;

        public void Forecast(ReadOnlySpan<double> history, Span<double> mean)
        {
            var last = new double[mean.Length];
            inner.Forecast(Without(history, season, last), mean);
            for (var h = 0; h < mean.Length; h++)
            {
                mean[h] += last[h];
            }
        }
    }
}
