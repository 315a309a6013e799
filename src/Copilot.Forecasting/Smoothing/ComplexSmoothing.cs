using Copilot.Forecasting.Models;
using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Smoothing;

/// <summary>Complex exponential smoothing (Svetunkov, Kourentzes and Ord 2022): level and a second state that carries what the level leaves over, so no trend has to be chosen.</summary>
internal sealed class ComplexSmoothing : IForecaster
{
    private const int Least = 5;

    /// <inheritdoc/>
    public string Name => "CES";

    /// <inheritdoc/>
    public IFitted? Fit(ReadOnlySpan<double> history, int season)
    {
        if (history.Length < Least)
        {
            return null;
        }

        double[] at = [1.3, 1];
        NelderMead.Minimise(new Run(history.ToArray()), at.AsSpan(), [0.1, 0.5], [2.5, 1.5], 120);
        return new Fitted(at);
    }

    private sealed class Fitted(double[] at) : IFitted
    {
        public string Name => "CES";

        public void Forecast(ReadOnlySpan<double> history, Span<double> mean) => Run.Over(history, at[0], at[1], mean);
    }

    private sealed class Run(double[] history) : IObjective
    {
        public double Value(ReadOnlySpan<double> at)
        {
            var (a, b) = (at[0], at[1]);

            // Outside of this the weights of the past do not fade (the paper's stability condition).
            var stable = ((a - 2.5) * (a - 2.5)) + (b * b) > 1.25 && ((a - 0.5) * (a - 0.5)) + ((b - 1) * (b - 1)) > 0.25 && ((a - 1.5) * (a - 1.5)) + ((b - 0.5) * (b - 0.5)) < 1.5;
            return stable ? Over(history, a, b, []) : double.PositiveInfinity;
        }

        public static double Over(ReadOnlySpan<double> history, double a, double b, Span<double> mean)
        {
            var level = Figures.Mean(history[..Math.Min(history.Length, 10)]);
            var rest = level / 1.1;
            Pass(history, a, b, backwards: false, ref level, ref rest);
            Pass(history, a, b, backwards: true, ref level, ref rest);
            var squares = Pass(history, a, b, backwards: false, ref level, ref rest);
            for (var h = 0; h < mean.Length; h++)
            {
                mean[h] = level;
                (level, rest) = (level - ((1 - b) * rest), level + ((1 - a) * rest));
            }

            return squares;
        }

        private static double Pass(ReadOnlySpan<double> history, double a, double b, bool backwards, ref double level, ref double rest)
        {
            var squares = 0.0;
            for (var i = 0; i < history.Length; i++)
            {
                var error = history[backwards ? history.Length - 1 - i : i] - level;
                squares += error * error;
                (level, rest) = (level - ((1 - b) * rest) + ((a - b) * error), level + ((1 - a) * rest) + ((a + b) * error));
            }

            return squares;
        }
    }
}
