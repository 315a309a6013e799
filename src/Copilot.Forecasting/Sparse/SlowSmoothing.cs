using Copilot.Forecasting.Models;
using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Sparse;

/// <summary>Simple exponential smoothing that is held slow, with the mean of the first year as its start.</summary>
/// <param name="smoothing">The smoothing, 0 to 1; null to choose among slow ones by one-step errors.</param>
internal sealed class SlowSmoothing(double? smoothing = null) : IForecaster
{
    private static readonly double[] Tried = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3];

    /// <inheritdoc/>
    public string Name => "slow smoothing";

    /// <inheritdoc/>
    public IFitted? Fit(ReadOnlySpan<double> history, int season)
    {
        if (history.Length == 0)
        {
            return null;
        }

        var (best, least) = (smoothing ?? 0.1, double.MaxValue);
        foreach (var a in smoothing is null ? Tried : [])
        {
            var squares = Run(history, a).Squares;
            if (squares < least)
            {
                (best, least) = (a, squares);
            }
        }

        return new Fitted(Name, best);
    }

    /// <summary>The level after a history, and the sum of squared one-step errors.</summary>
    public static (double Level, double Squares) Run(ReadOnlySpan<double> history, double a)
    {
        var level = Figures.Mean(history[..Math.Min(12, history.Length)]);
        var squares = 0.0;
        foreach (var value in history)
        {
            squares += (value - level) * (value - level);
            level += a * (value - level);
        }

        return (level, squares);
    }

    private sealed class Fitted(string name, double a) : IFitted
    {
        public string Name => name;

        public void Forecast(ReadOnlySpan<double> history, Span<double> mean) => mean.Fill(Run(history, a).Level);
    }
}
