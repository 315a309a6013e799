using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Seasons;

/// <summary>
/// A long season as a few waves, found beside a straight line. Errors of neighbours go together, so the regression is made on quasi-differences
/// (Cochrane and Orcutt 1949), or a wandering level would pass for a season. The number of waves is chosen by the information criterion of Schwarz (1978).
/// </summary>
internal sealed class Harmonics
{
    private const int MostWaves = 6;

    private readonly double _length;
    private readonly double[] _weights;

    private Harmonics(double length, double[] weights)
    {
        _length = length;
        _weights = weights;
    }

    /// <summary>Gets the number of waves; 0 when no season shows.</summary>
    public int Waves => _weights.Length / 2;

    /// <summary>Finds the waves.</summary>
    /// <param name="history">The values, two seasons at least; fewer give none.</param>
    /// <param name="length">Periods in a season; need not be whole.</param>
    public static Harmonics Of(ReadOnlySpan<double> history, double length)
    {
        var n = history.Length;
        var most = Math.Min(MostWaves, (int)((length - 1) / 2));
        if (most < 1 || n < (2 * length) - 1 || n < 4 * most)
        {
            return new Harmonics(length, []);
        }

        var columns = Columns(n, length, most);
        var rough = Solve(history, columns, 2 + (2 * most), 0).Left;

        // Each slow column takes neighbours' likeness out of what is left; about (1 + r)/n of it is put back.
        var likeness = Figures.Autocorrelation(rough, 1);
        var together = Math.Clamp(likeness + ((1 + likeness) * (2.0 + (2 * most)) / n), 0, 0.98);
        double[] best = [];
        double least = double.MaxValue, without = 0;
        for (var waves = 0; waves <= most; waves++)
        {
            var count = 2 + (2 * waves);
            var (weights, rest) = Solve(history, columns, count, together);
            var squares = 0.0;
            foreach (var error in rest)
            {
                squares += error * error;
            }

            without = waves == 0 ? squares : without;
            var criterion = (n * Math.Log(Math.Max(squares, 1e-30) / n)) + (count * Math.Log(n) * n / (n - count - 3));
            if (criterion < least)
            {
                (least, best) = (criterion, Shrunk(weights[2..], without, squares, n - count - 1));
            }
        }

        return new Harmonics(length, best);
    }

    /// <summary>The season's part at a period, the history's first being 0.</summary>
    public double At(int t)
    {
        var sum = 0.0;
        for (var k = 0; k < Waves; k++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * (k + 1) * t / _length);
            sum += (_weights[2 * k] * sin) + (_weights[(2 * k) + 1] * cos);
        }

        return sum;
    }

    // What chance alone would explain is taken off (James and Stein 1961).
    private static double[] Shrunk(double[] weights, double without, double squares, int freedom)
    {
        var chance = weights.Length * squares / freedom;
        var part = without > squares ? Math.Max(0, 1 - (chance / (without - squares))) : 0;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] *= part;
        }

        return weights;
    }

    private static double[][] Columns(int n, double length, int most)
    {
        var columns = new double[2 + (2 * most)][];
        for (var c = 0; c < columns.Length; c++)
        {
            columns[c] = new double[n];
            for (var t = 0; t < n; t++)
            {
                var turn = 2 * Math.PI * (c / 2) * t / length;
                columns[c][t] = c == 0 ? 1 : c == 1 ? (t / (double)n) - 0.5 : c % 2 == 0 ? Math.Sin(turn) : Math.Cos(turn);
            }
        }

        return columns;
    }

    private static (double[] Weights, double[] Left) Solve(ReadOnlySpan<double> history, double[][] columns, int count, double together)
    {
        var n = history.Length;
        var value = Quasi(history, together);
        var moved = new double[count][];
        for (var c = 0; c < count; c++)
        {
            moved[c] = Quasi(columns[c], together);
        }

        var normal = new double[count * count];
        var weights = new double[count];
        for (var i = 0; i < count; i++)
        {
            weights[i] = Figures.Dot(moved[i], value);
            for (var j = 0; j <= i; j++)
            {
                normal[(i * count) + j] = normal[(j * count) + i] = Figures.Dot(moved[i], moved[j]);
            }

            normal[(i * count) + i] += 1e-9;
        }

        if (!LinearSystem.Solve(normal, weights))
        {
            Array.Clear(weights);
        }

        for (var t = 0; t < n; t++)
        {
            for (var c = 0; c < count; c++)
            {
                value[t] -= weights[c] * moved[c][t];
            }
        }

        return (weights, value);
    }

    // The first value keeps its weight (Prais and Winsten 1954).
    private static double[] Quasi(ReadOnlySpan<double> values, double together)
    {
        var moved = values.ToArray();
        for (var t = moved.Length - 1; t > 0; t--)
        {
            moved[t] -= together * moved[t - 1];
        }

        moved[0] *= Math.Sqrt(1 - (together * together));
        return moved;
    }
}
