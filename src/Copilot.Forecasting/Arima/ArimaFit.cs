using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Arima;

/// <summary>
/// Estimates a seasonal ARIMA model by least squares of its one-step errors, with errors before the history taken as zero
/// (Box, Jenkins, Reinsel and Ljung 2015, chapter 7), by Levenberg's and Marquardt's steps.
/// </summary>
internal sealed class ArimaFit
{
    private const int Steps = 25;
    private const double Edge = 1.001;

    private readonly ArimaOrder _order;
    private readonly double[] _differenced;

    private ArimaFit(ArimaOrder order, double[] differenced)
    {
        _order = order;
        _differenced = differenced;
        Coefficients = new double[order.Coefficients];
    }

    /// <summary>Gets φ, θ, Φ, Θ and the mean of the differences, in this order.</summary>
    public double[] Coefficients { get; private set; }

    /// <summary>Gets the orders.</summary>
    public ArimaOrder Order => _order;

    /// <summary>Gets the mean square of the errors.</summary>
    public double Variance { get; private set; }

    /// <summary>Gets the corrected information criterion of Akaike.</summary>
    public double Criterion { get; private set; }

    /// <summary>Gets a value indicating whether the model is far enough from having a unit root.</summary>
    public bool IsSound { get; private set; }

    /// <summary>Estimates.</summary>
    /// <param name="differenced">The differenced values.</param>
    /// <param name="order">The orders.</param>
    /// <returns>The estimate, or null when there are too few values.</returns>
    public static ArimaFit? Of(double[] differenced, ArimaOrder order)
    {
        var n = differenced.Length;
        var count = order.Coefficients + 1;
        if (n - count - 1 <= 0 || n < 3)
        {
            return null;
        }

        var fit = new ArimaFit(order, differenced);
        fit.Estimate();
        var left = Math.Max(fit.Variance, 1e-30);
        fit.Criterion = (n * Math.Log(left)) + (2.0 * count) + (2.0 * count * (count + 1) / (n - count - 1));
        fit.IsSound = fit.IsStable(fit.Coefficients, 1.01);
        return fit;
    }

    /// <summary>Forecasts differenced values after a history of them.</summary>
    public void Forecast(ReadOnlySpan<double> differenced, Span<double> mean)
    {
        var (ar, ma, middle) = Weights(Coefficients);
        var n = differenced.Length;
        var errors = new double[n + mean.Length];
        Errors(differenced, ar, ma, middle, errors);
        for (var h = 0; h < mean.Length; h++)
        {
            var value = middle;
            for (var i = 0; i < ar.Length && i < n + h; i++)
            {
                var t = n + h - 1 - i;
                value += ar[i] * ((t < n ? differenced[t] : mean[t - n]) - middle);
            }

            for (var j = h; j < ma.Length && j < n + h; j++)
            {
                value += ma[j] * errors[n + h - 1 - j];
            }

            mean[h] = value;
        }
    }

    private static double Errors(ReadOnlySpan<double> values, double[] ar, double[] ma, double middle, Span<double> errors)
    {
        // Most weights of a seasonal polynomial are zero.
        Span<int> arLags = stackalloc int[ar.Length];
        Span<int> maLags = stackalloc int[ma.Length];
        var (arCount, maCount) = (Nonzero(ar, arLags), Nonzero(ma, maLags));
        var squares = 0.0;
        for (var t = 0; t < values.Length; t++)
        {
            var error = values[t] - middle;
            for (var i = 0; i < arCount && arLags[i] < t; i++)
            {
                error -= ar[arLags[i]] * (values[t - 1 - arLags[i]] - middle);
            }

            for (var j = 0; j < maCount && maLags[j] < t; j++)
            {
                error -= ma[maLags[j]] * errors[t - 1 - maLags[j]];
            }

            errors[t] = error;
            squares += error * error;
        }

        return squares;
    }

    private static int Nonzero(double[] weights, Span<int> lags)
    {
        var count = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] != 0)
            {
                lags[count++] = i;
            }
        }

        return count;
    }

    private void Estimate()
    {
        var n = _differenced.Length;
        var k = Coefficients.Length;
        if (_order.Constant)
        {
            Coefficients[^1] = Figures.Mean(_differenced);
        }

        // A small start away from zero, where derivatives of products vanish.
        for (var i = 0; i < k - (_order.Constant ? 1 : 0); i++)
        {
            Coefficients[i] = i % 2 == 0 ? 0.1 : -0.05;
        }

        var errors = new double[n];
        var squares = Squares(Coefficients, errors);
        var jacobian = new double[k][];
        var moved = new double[n];
        var damping = 1e-3;
        var scale = Math.Sqrt(Figures.Variance(_differenced)) + 1e-12;
        for (var step = 0; step < Steps && k > 0; step++)
        {
            for (var i = 0; i < k; i++)
            {
                var by = 1e-5 * (_order.Constant && i == k - 1 ? scale : 1);
                var shifted = (double[])Coefficients.Clone();
                shifted[i] += by;
                Squares(shifted, moved);
                jacobian[i] ??= new double[n];
                for (var t = 0; t < n; t++)
                {
                    jacobian[i][t] = (moved[t] - errors[t]) / by;
                }
            }

            var before = squares;
            if (!Advance(jacobian, errors, ref squares, ref damping) || before - squares < 1e-7 * before)
            {
                break;
            }
        }

        Variance = squares / n;
    }

    private bool Advance(double[][] jacobian, double[] errors, ref double squares, ref double damping)
    {
        var k = jacobian.Length;
        var normal = new double[k * k];
        var side = new double[k];
        for (var i = 0; i < k; i++)
        {
            side[i] = -Figures.Dot(jacobian[i], errors);
            for (var j = 0; j <= i; j++)
            {
                normal[(i * k) + j] = normal[(j * k) + i] = Figures.Dot(jacobian[i], jacobian[j]);
            }
        }

        var trial = new double[errors.Length];
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var matrix = (double[])normal.Clone();
            for (var i = 0; i < k; i++)
            {
                matrix[(i * k) + i] += (damping * normal[(i * k) + i]) + 1e-12;
            }

            var move = (double[])side.Clone();
            if (LinearSystem.Solve(matrix, move))
            {
                var next = new double[k];
                for (var i = 0; i < k; i++)
                {
                    next[i] = Coefficients[i] + move[i];
                }

                if (IsStable(next, Edge))
                {
                    var found = Squares(next, trial);
                    if (found < squares)
                    {
                        (Coefficients, squares) = (next, found);
                        trial.CopyTo(errors, 0);
                        damping *= 0.2;
                        return true;
                    }
                }
            }

            damping = Math.Max(damping * 5, 1e-6);
        }

        return false;
    }

    private double Squares(double[] coefficients, double[] errors)
    {
        var (ar, ma, middle) = Weights(coefficients);
        var squares = Errors(_differenced, ar, ma, middle, errors);
        return double.IsFinite(squares) ? squares : double.MaxValue;
    }

    private (double[] Ar, double[] Ma, double Middle) Weights(ReadOnlySpan<double> c)
    {
        var o = _order;
        return (
            Polynomials.Expand(c[..o.P], c.Slice(o.P + o.Q, o.SeasonalP), o.Season, 1),
            Polynomials.Expand(c.Slice(o.P, o.Q), c.Slice(o.P + o.Q + o.SeasonalP, o.SeasonalQ), o.Season, -1),
            o.Constant ? c[^1] : 0);
    }

    private bool IsStable(double[] c, double radius)
    {
        var o = _order;
        return Polynomials.IsStable(c.AsSpan(0, o.P), radius) && Polynomials.IsStable(Turned(c.AsSpan(o.P, o.Q)), radius)
            && Polynomials.IsStable(c.AsSpan(o.P + o.Q, o.SeasonalP), radius) && Polynomials.IsStable(Turned(c.AsSpan(o.P + o.Q + o.SeasonalP, o.SeasonalQ)), radius);
    }

    private static double[] Turned(ReadOnlySpan<double> weights)
    {
        var turned = weights.ToArray();
        for (var i = 0; i < turned.Length; i++)
        {
            turned[i] = -turned[i];
        }

        return turned;
    }
}
