namespace Copilot.Forecasting.Numerics;

/// <summary>The normal distribution, Student's and the gamma distribution.</summary>
internal static class Distributions
{
    private const double LargeShape = 10_000;
    private const int MostTerms = 2000;
    private const double Tiny = 1e-14;

    /// <summary>The density of the normal distribution.</summary>
    public static double NormalDensity(double z) => Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);

    /// <summary>The share of the normal distribution below a value (West 2005; error below 1e-14).</summary>
    public static double NormalShare(double z)
    {
        var size = Math.Abs(z);
        if (size > 37)
        {
            return z > 0 ? 1 : 0;
        }

        var density = Math.Exp(-size * size / 2);
        double share;
        if (size < 7.07106781186547)
        {
            var up = (((((((((((3.52624965998911e-02 * size) + 0.700383064443688) * size) + 6.37396220353165) * size) + 33.912866078383) * size) + 112.079291497871) * size) + 221.213596169931) * size) + 220.206867912376;
            var down = (((((((((((((8.83883476483184e-02 * size) + 1.75566716318264) * size) + 16.064177579207) * size) + 86.7807322029461) * size) + 296.564248779674) * size) + 637.333633378831) * size) + 793.826512519948) * size) + 440.413735824752;
            share = density * up / down;
        }
        else
        {
            share = density / (size + (1 / (size + (2 / (size + (3 / (size + (4 / (size + 0.65))))))))) / 2.506628274631;
        }

        return z > 0 ? 1 - share : share;
    }

    /// <summary>The value below which a share of the normal distribution lies (Acklam's approximation, made exact by one step of Halley).</summary>
    /// <param name="share">Above 0 and below 1.</param>
    public static double NormalQuantile(double share)
    {
        ReadOnlySpan<double> a = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690, -30.66479806614716, 2.506628277459239];
        ReadOnlySpan<double> b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
        ReadOnlySpan<double> c = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
        ReadOnlySpan<double> d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
        var tail = Math.Min(share, 1 - share);
        double z;
        if (tail < 0.02425)
        {
            var q = Math.Sqrt(-2 * Math.Log(tail));
            z = ((((((((((c[0] * q) + c[1]) * q) + c[2]) * q) + c[3]) * q) + c[4]) * q) + c[5]) / ((((((((d[0] * q) + d[1]) * q) + d[2]) * q) + d[3]) * q) + 1);
            z = share < 0.5 ? z : -z;
        }
        else
        {
            var q = share - 0.5;
            var r = q * q;
            z = ((((((((((a[0] * r) + a[1]) * r) + a[2]) * r) + a[3]) * r) + a[4]) * r) + a[5]) * q / ((((((((((b[0] * r) + b[1]) * r) + b[2]) * r) + b[3]) * r) + b[4]) * r) + 1);
        }

        var off = (NormalShare(z) - share) / NormalDensity(z);
        return z - (off / (1 + (z * off / 2)));
    }

    /// <summary>The share of the gamma distribution of scale 1 below a value: by its series below the mean, by its continued fraction above (Abramowitz and Stegun 6.5.29 and 6.5.31).</summary>
    /// <param name="shape">Above 0.</param>
    /// <param name="value">The value.</param>
    public static double GammaShare(double shape, double value)
    {
        if (value <= 0)
        {
            return 0;
        }

        // Beyond this the distribution is the normal one of its cube root for all that is asked here (Wilson and Hilferty 1931).
        if (shape > LargeShape)
        {
            var spread = 1 / (9 * shape);
            return NormalShare((Math.Cbrt(value / shape) - 1 + spread) / Math.Sqrt(spread));
        }

        var front = Math.Exp((shape * Math.Log(value)) - value - LogGamma(shape));
        if (value < shape + 1)
        {
            double term = 1 / shape, sum = term;
            for (var n = 1; n < MostTerms && term > sum * Tiny; n++)
            {
                term *= value / (shape + n);
                sum += term;
            }

            return Math.Clamp(front * sum, 0, 1);
        }

        // Lentz's way with the fraction.
        var b = value + 1 - shape;
        double c = 1 / 1e-300, d = 1 / b, fraction = d;
        for (var n = 1; n < MostTerms; n++)
        {
            var a = -n * (n - shape);
            b += 2;
            d = 1 / NotZero((a * d) + b);
            c = NotZero(b + (a / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < Tiny)
            {
                break;
            }
        }

        return Math.Clamp(1 - (front * fraction), 0, 1);
    }

    /// <summary>The logarithm of the gamma function for a value above 0 (Stirling's series after shifting the value up, Abramowitz and Stegun 6.1.41).</summary>
    public static double LogGamma(double value)
    {
        var shift = 0.0;
        for (; value < 10; value++)
        {
            shift += Math.Log(value);
        }

        var square = 1 / (value * value);
        var series = (1 / 12.0) - (square * ((1 / 360.0) - (square * ((1 / 1260.0) - (square * ((1 / 1680.0) - (square / 1188.0)))))));
        return ((value - 0.5) * Math.Log(value)) - value + (0.5 * Math.Log(2 * Math.PI)) + (series / value) - shift;
    }

    private static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;

    /// <summary>The value below which a share of Student's distribution lies: exact for 2 degrees of freedom, by Fisher's expansion (Abramowitz and Stegun 26.7.5) for more.</summary>
    /// <param name="share">Above 0 and below 1.</param>
    /// <param name="freedom">Degrees of freedom, 2 or more; the expansion is right to 0.5 % for 3 and to 0.01 % for 10 between 2.5 % and 97.5 %.</param>
    public static double StudentQuantile(double share, double freedom)
    {
        if (freedom <= 2)
        {
            return ((2 * share) - 1) / Math.Sqrt(2 * share * (1 - share));
        }

        var z = NormalQuantile(share);
        var q = z * z;
        return z * (1 + ((q + 1) / (4 * freedom)) + (((((5 * q) + 16) * q) + 3) / (96 * freedom * freedom))
            + (((((((3 * q) + 19) * q) + 17) * q) - 15) / (384 * Math.Pow(freedom, 3)))
            + (((((((((79 * q) + 776) * q) + 1482) * q) - 1920) * q) - 945) / (92160 * Math.Pow(freedom, 4))));
    }
}
