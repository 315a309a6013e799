using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Lateness;

/// <summary>
/// Logistic regression with a small penalty on its weights, by Newton's steps (iteratively reweighted least squares; Hastie, Tibshirani and Friedman 2009, § 4.4.1). Columns are brought to mean 0 and
/// deviation 1 first, so that the penalty treats them alike; the constant has none, so that the mean chance is the share that was late.
/// </summary>
internal sealed class Logistic
{
    private const double Penalty = 2;
    private const int MostSteps = 40;
    private readonly double[] _mean;
    private readonly double[] _deviation;
    private readonly double[] _weights;

    private Logistic(double[] mean, double[] deviation, double[] weights) => (_mean, _deviation, _weights) = (mean, deviation, weights);

    /// <summary>Learns.</summary>
    /// <param name="rows">The columns of each case; at least one row.</param>
    /// <param name="late">Whether it happened.</param>
    public static Logistic Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> late)
    {
        var columns = rows[0].Length;
        var (mean, deviation) = (new double[columns], new double[columns]);
        for (var j = 0; j < columns; j++)
        {
            mean[j] = rows.Average(r => r[j]);
            var spread = Math.Sqrt(rows.Average(r => (r[j] - mean[j]) * (r[j] - mean[j])));
            deviation[j] = spread > 1e-9 ? spread : 0;
        }

        var x = rows.Select(r => Standard(r, mean, deviation)).ToArray();
        var share = (late.Count(l => l) + 0.5) / (late.Count + 1);
        var weights = new double[columns + 1];
        weights[0] = Math.Log(share / (1 - share));
        for (var step = 0; step < MostSteps; step++)
        {
            var change = Step(x, late, weights);
            if (change is null || change.Max(c => Math.Abs(c)) < 1e-8)
            {
                break;
            }

            for (var j = 0; j < weights.Length; j++)
            {
                // A step is held short: far out the curve is so flat that a whole one overshoots.
                weights[j] += Math.Clamp(change[j], -2, 2);
            }
        }

        return new Logistic(mean, deviation, weights);
    }

    /// <summary>The chance of a case, and what each column adds to its log odds against the mean case.</summary>
    public (double Chance, double[] Parts) Of(double[] columns)
    {
        var x = Standard(columns, _mean, _deviation);
        var parts = x.Select((v, j) => v * _weights[j + 1]).ToArray();
        return (Curve(_weights[0] + parts.Sum()), parts);
    }

    private static double[]? Step(double[][] x, IReadOnlyList<bool> late, double[] weights)
    {
        var n = weights.Length;
        var (hessian, gradient) = (new double[n * n], new double[n]);
        var row = new double[n];
        row[0] = 1;
        for (var i = 0; i < x.Length; i++)
        {
            x[i].CopyTo(row, 1);
            var sum = 0.0;
            for (var j = 0; j < n; j++)
            {
                sum += row[j] * weights[j];
            }

            var chance = Curve(sum);
            var (miss, curve) = ((late[i] ? 1 : 0) - chance, chance * (1 - chance));
            for (var j = 0; j < n; j++)
            {
                gradient[j] += row[j] * miss;
                for (var k = 0; k <= j; k++)
                {
                    hessian[(j * n) + k] += curve * row[j] * row[k];
                }
            }
        }

        for (var j = 0; j < n; j++)
        {
            gradient[j] -= j == 0 ? 0 : Penalty * weights[j];
            hessian[(j * n) + j] += (j == 0 ? 0 : Penalty) + 1e-9;
        }

        return LinearSystem.Solve(hessian, gradient) ? gradient : null;
    }

    private static double[] Standard(double[] columns, double[] mean, double[] deviation)
        => [.. columns.Select((v, j) => deviation[j] > 0 ? Math.Clamp((v - mean[j]) / deviation[j], -8, 8) : 0)];

    private static double Curve(double sum) => 1 / (1 + Math.Exp(-sum));
}
