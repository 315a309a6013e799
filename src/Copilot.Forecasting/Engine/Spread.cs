using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Engine;

/// <summary>
/// How far off forecasts were, by how far ahead they looked. The spread grows as a power of the step; power and size come from the backtest,
/// and Student's distribution allows for how few trials there were.
/// </summary>
internal sealed class Spread
{
    // What the power is drawn to: shocks that stay make it a half, changes of trend more.
    private const double UsualPower = 0.5;
    private const double UsualPowerUnseasonal = 0.65;
    private const double Pull = 10;
    private const double MostPower = 1.2;
    private const double UsualPowerOfSums = 0.75;
    private const double MostPowerOfSums = 1.5;

    // Forecasts from neighbouring days miss together, so trials count for fewer than they are, and for the rare misses for fewer still.
    private const double TrialsOfMost = 2.6;
    private const double TrialsOfRare = 3.5;
    private const double Rare = 0.9;

    private readonly double _size;
    private readonly double _power;
    private readonly double _trials;

    private Spread(double size, double power, double trials)
    {
        _size = size;
        _power = power;
        _trials = trials;
    }

    /// <summary>From the errors of a backtest.</summary>
    /// <param name="errors">For each trial its errors by step.</param>
    /// <param name="seasonal">Whether the history has a season.</param>
    /// <param name="learnt">How much smaller errors are now that more is known than at the first trial, as a factor.</param>
    public static Spread Of(IReadOnlyList<double[]> errors, bool seasonal, double learnt)
        => Fit(errors, seasonal ? UsualPower : UsualPowerUnseasonal, MostPower, learnt);

    /// <summary>From the errors of sums over the first so many steps: where each period misses by itself they grow by the root, where all miss together by the number.</summary>
    /// <param name="errors">For each trial how far its sum over the first step, the first two and so on was off.</param>
    public static Spread OfSums(IReadOnlyList<double[]> errors) => Fit(errors, UsualPowerOfSums, MostPowerOfSums, 1);

    private static Spread Fit(IReadOnlyList<double[]> errors, double usual, double most, double learnt)
    {
        var steps = errors.Max(e => e.Length);
        var squares = new double[steps];
        var counts = new int[steps];
        foreach (var row in errors)
        {
            for (var h = 0; h < row.Length; h++)
            {
                squares[h] += row[h] * row[h];
                counts[h]++;
            }
        }

        double weights = 0, x = 0, y = 0, xx = 0, xy = 0;
        for (var h = 0; h < steps; h++)
        {
            if (squares[h] > 0)
            {
                var (far, off) = (Math.Log(h + 1), 0.5 * Math.Log(squares[h] / counts[h]));
                weights += counts[h];
                x += counts[h] * far;
                y += counts[h] * off;
                xx += counts[h] * far * far;
                xy += counts[h] * far * off;
            }
        }

        var power = weights > 0 ? Math.Clamp((xy - (x * y / weights) + (Pull * usual)) / (xx - (x * x / weights) + Pull), 0, most) : usual;
        double sum = 0, count = 0;
        for (var h = 0; h < steps; h++)
        {
            sum += squares[h] / Math.Pow(h + 1, 2 * power);
            count += counts[h];
        }

        return new Spread(learnt * Math.Sqrt(sum / count), power, errors.Count);
    }

    /// <summary>Without a backtest: the changes from one value to the next, as if nothing better than the last value were known.</summary>
    /// <param name="history">The values.</param>
    public static Spread OfChanges(ReadOnlySpan<double> history)
    {
        var squares = 0.0;
        for (var t = 1; t < history.Length; t++)
        {
            squares += (history[t] - history[t - 1]) * (history[t] - history[t - 1]);
        }

        return new Spread(Math.Sqrt(squares / Math.Max(1, history.Length - 1)), UsualPower, history.Length - 1);
    }

    /// <summary>Half the width of the range that holds a share of what comes.</summary>
    /// <param name="step">How far ahead, from 1.</param>
    /// <param name="share">The share, such as 0.8.</param>
    public double Half(int step, double share)
        => _size * Math.Pow(step, _power) * Distributions.StudentQuantile(0.5 + (share / 2), Math.Max(2, _trials / (share > Rare ? TrialsOfRare : TrialsOfMost)));
}
