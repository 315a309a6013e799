using Copilot.Forecasting.Models;
using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Theta;

/// <summary>
/// The dynamic optimised Theta model (Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler 2016): simple smoothing of one line and a straight line that is
/// estimated anew at each point, in a proportion that is estimated too. With the proportion held at 2 it is the dynamic standard Theta.
/// </summary>
internal sealed class DynamicTheta(bool optimised) : IForecaster
{
    private const int Least = 4;

    /// <inheritdoc/>
    public string Name => optimised ? "optimised theta" : "theta";

    /// <inheritdoc/>
    public IFitted? Fit(ReadOnlySpan<double> history, int season)
    {
        if (history.Length < Least)
        {
            return null;
        }

        var values = history.ToArray();
        var spread = Math.Max(Math.Abs(values.Max()), Math.Abs(values.Min()));
        double[] at = [values[0] / 2, 0.5, 2];
        var high = optimised ? 100.0 : 2;
        NelderMead.Minimise(new Run(values), at.AsSpan(), [-10 * spread, 0.05, optimised ? 1 : 2], [10 * spread, 0.99, high], 200);
        return new Fitted(Name, at);
    }

    private sealed class Fitted(string name, double[] at) : IFitted
    {
        public string Name => name;

        public void Forecast(ReadOnlySpan<double> history, Span<double> mean) => Run.Over(history, at, mean);
    }

    private sealed class Run(double[] history) : IObjective
    {
        public double Value(ReadOnlySpan<double> at) => Over(history, at, []);

        public static double Over(ReadOnlySpan<double> history, ReadOnlySpan<double> at, Span<double> mean)
        {
            var (level, alpha, theta) = (at[0], at[1], at[2]);
            var pull = 1 - (1 / theta);
            double slope = 0, intercept = 0, average = 0, squares = 0;
            var rest = 1.0;
            for (var t = 1; t <= history.Length + mean.Length; t++)
            {
                // rest is (1 − α)^(t − 1).
                var expected = t == 1 ? history[0] : level + (pull * ((rest * intercept) + ((1 - (rest * (1 - alpha))) / alpha * slope)));
                var known = t <= history.Length;
                var value = known ? history[t - 1] : expected;
                if (!known)
                {
                    mean[t - history.Length - 1] = expected;
                }
                else if (t > 2)
                {
                    squares += (value - expected) * (value - expected);
                }

                level = (alpha * value) + ((1 - alpha) * level);
                slope = t == 1 ? 0 : (((t - 2) * slope) + (6.0 / t * (value - average))) / (t + 1);
                average = (((t - 1) * average) + value) / t;
                intercept = average - ((t + 1) / 2.0 * slope);
                rest *= 1 - alpha;
            }

            return squares;
        }
    }
}
