namespace Copilot.Forecasting.Models;

/// <summary>A model of the logarithms of a history: what it adds up are shares, so growth compounds and seasons grow with the level.</summary>
/// <param name="inner">The model.</param>
internal sealed class Logged(IForecaster inner) : IForecaster
{
    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <summary>The logarithms less their middle, so that no model takes them for values that must stay above zero.</summary>
    /// <param name="history">The values, all above zero.</param>
    /// <param name="middle">What was taken off.</param>
    public static double[] Take(ReadOnlySpan<double> history, double middle)
    {
        var values = new double[history.Length];
        for (var t = 0; t < values.Length; t++)
        {
            values[t] = Math.Log(history[t]) - middle;
        }

        return values;
    }

    /// <summary>The middle of a history's logarithms.</summary>
    public static double Middle(ReadOnlySpan<double> history)
    {
        var sum = 0.0;
        foreach (var value in history)
        {
            sum += Math.Log(value);
        }

        return sum / history.Length;
    }

    /// <inheritdoc/>
    public IFitted? Fit(ReadOnlySpan<double> history, int season)
    {
        var middle = Middle(history);
        return inner.Fit(Take(history, middle), season) is { } fitted ? new Fitted(fitted, middle) : null;
    }

    private sealed class Fitted(IFitted inner, double middle) : IFitted
    {
        public string Name => inner.Name;

        public void Forecast(ReadOnlySpan<double> history, Span<double> mean)
        {
            var known = Take(history, middle);
            inner.Forecast(known, mean);

            // Growth that compounds leaves every bound in the end: it is believed to go on as fast as all that ever changed, and for as long as the history, no more.
            var (low, high) = (known.Min(), known.Max());
            for (var h = 0; h < mean.Length; h++)
            {
                var reach = (high - low) * Math.Min(1, (h + 1.0) / known.Length);
                mean[h] = Math.Exp(Math.Clamp(mean[h], low - reach, high + reach) + middle);
            }
        }
    }
}
