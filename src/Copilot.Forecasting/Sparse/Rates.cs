using Copilot.Forecasting.Models;

namespace Copilot.Forecasting.Sparse;

/// <summary>
/// Demand that often stays away, as a size and how often it comes: Croston (1972), its correction by Syntetos and Boylan (2005), and
/// Teunter, Syntetos and Babai (2011), whose rate also falls while nothing comes.
/// </summary>
internal sealed class Rates : IForecaster
{
    private static readonly double[] Tried = [0.05, 0.1, 0.15, 0.2, 0.3];

    private readonly RateKind _kind;
    private readonly double? _fixed;

    /// <summary>Makes the model.</summary>
    /// <param name="kind">Whose.</param>
    /// <param name="smoothing">The smoothing of sizes and rates, 0 to 1; null to estimate it.</param>
    public Rates(RateKind kind, double? smoothing = null)
    {
        _kind = kind;
        _fixed = smoothing;
    }

    /// <inheritdoc/>
    public string Name => _kind switch { RateKind.Croston => "Croston", RateKind.SyntetosBoylan => "SBA", _ => "TSB" };

    /// <inheritdoc/>
    public IFitted? Fit(ReadOnlySpan<double> history, int season)
    {
        if (history.Length == 0)
        {
            return null;
        }

        var (best, ofInterval, least) = (_fixed ?? 0.1, _fixed ?? 0.1, double.MaxValue);
        foreach (var a in _fixed is null ? Tried : [])
        {
            foreach (var b in _kind == RateKind.TeunterSyntetosBabai ? Tried : [a])
            {
                var squares = Run(history, a, b).Squares;
                if (squares < least)
                {
                    (best, ofInterval, least) = (a, b, squares);
                }
            }
        }

        return new Fitted(this, best, ofInterval);
    }

    private (double Rate, double Squares) Run(ReadOnlySpan<double> history, double a, double b)
    {
        var (size, interval, count) = (0.0, 0.0, 0);
        foreach (var value in history)
        {
            size += value;
            count += value != 0 ? 1 : 0;
        }

        size = count > 0 ? size / count : 0;
        interval = count > 0 ? (double)history.Length / count : history.Length + 1;
        var chance = 1 / interval;
        var since = 1;
        double squares = 0, rate = 0;
        foreach (var value in history)
        {
            rate = _kind switch
            {
                RateKind.Croston => size / interval,
                RateKind.SyntetosBoylan => (1 - (a / 2)) * size / interval,
                _ => size * chance,
            };
            squares += (value - rate) * (value - rate);
            chance += b * ((value != 0 ? 1 : 0) - chance);
            if (value != 0)
            {
                size += a * (value - size);
                interval += b * (since - interval);
                since = 0;
            }

            since++;
        }

        rate = _kind == RateKind.TeunterSyntetosBabai ? size * chance : (_kind == RateKind.Croston ? 1 : 1 - (a / 2)) * size / interval;
        return (rate, squares);
    }

    private sealed class Fitted(Rates model, double a, double b) : IFitted
    {
        public string Name => model.Name;

        public void Forecast(ReadOnlySpan<double> history, Span<double> mean) => mean.Fill(model.Run(history, a, b).Rate);
    }
}
