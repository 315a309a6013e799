using Copilot.Forecasting.Models;
using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Sparse;

/// <summary>
/// Demand added up over longer periods, smoothed there and spread evenly again: ADIDA (Nikolopoulos et al. 2011) at the mean interval between demands,
/// IMAPA (Petropoulos and Kourentzes 2015) as the mean over all lengths up to it.
/// </summary>
/// <param name="all">Whether all lengths are used.</param>
internal sealed class Aggregated(bool all) : IForecaster
{
    private static readonly double[] Tried = [0.05, 0.1, 0.2, 0.3];

    /// <inheritdoc/>
    public string Name => all ? "IMAPA" : "ADIDA";

    /// <inheritdoc/>
    public IFitted? Fit(ReadOnlySpan<double> history, int season)
    {
        var demands = history.Length - history.Count(0.0);
        return demands == 0 ? null : new Fitted(Name, all, Math.Clamp((int)Math.Round((double)history.Length / demands), 1, Math.Max(1, history.Length / 3)));
    }

    private sealed class Fitted(string name, bool all, int length) : IFitted
    {
        public string Name => name;

        public void Forecast(ReadOnlySpan<double> history, Span<double> mean)
        {
            var sum = 0.0;
            var count = 0;
            for (var of = all ? 1 : length; of <= length && of <= history.Length; of++)
            {
                sum += Level(history, of) / of;
                count++;
            }

            mean.Fill(count > 0 ? sum / count : Figures.Mean(history));
        }

        private static double Level(ReadOnlySpan<double> history, int of)
        {
            // Whole periods only, counted from the end.
            var sums = new double[history.Length / of];
            var first = history.Length % of;
            for (var i = 0; i < sums.Length * of; i++)
            {
                sums[i / of] += history[first + i];
            }

            var (level, least) = (0.0, double.MaxValue);
            foreach (var a in Tried)
            {
                var run = SlowSmoothing.Run(sums, a);
                (level, least) = run.Squares < least ? run : (level, least);
            }

            return level;
        }
    }
}
