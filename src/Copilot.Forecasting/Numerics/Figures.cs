namespace Copilot.Forecasting.Numerics;

/// <summary>Plain statistics of a row of numbers.</summary>
internal static class Figures
{
    /// <summary>The mean; 0 for none.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return values.Length == 0 ? 0 : sum / values.Length;
    }

    /// <summary>The sum of products, in a fixed order: wider processors would add in another order and give other last digits.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double a = 0, b = 0, c = 0, d = 0;
        var t = 0;
        for (; t + 3 < left.Length; t += 4)
        {
            a += left[t] * right[t];
            b += left[t + 1] * right[t + 1];
            c += left[t + 2] * right[t + 2];
            d += left[t + 3] * right[t + 3];
        }

        for (; t < left.Length; t++)
        {
            a += left[t] * right[t];
        }

        return (a + b) + (c + d);
    }

    /// <summary>The variance with n − 1; 0 for fewer than two.</summary>
    public static double Variance(ReadOnlySpan<double> values)
    {
        var mean = Mean(values);
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += (value - mean) * (value - mean);
        }

        return values.Length < 2 ? 0 : sum / (values.Length - 1);
    }

    /// <summary>The median; the values are sorted in place.</summary>
    public static double Median(Span<double> values)
    {
        values.Sort();
        return values.Length == 0 ? 0 : values.Length % 2 == 1 ? values[values.Length / 2] : 0.5 * (values[(values.Length / 2) - 1] + values[values.Length / 2]);
    }

    /// <summary>The value below which a share lies, interpolated between neighbours; the values are sorted.</summary>
    /// <param name="sorted">The values in rising order, at least one.</param>
    /// <param name="share">0 to 1.</param>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        var place = Math.Clamp(share, 0, 1) * (sorted.Length - 1);
        var low = (int)Math.Floor(place);
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((sorted[high] - sorted[low]) * (place - low));
    }

    /// <summary>Level and slope of the straight line through the values at 0, 1, 2, …, by least squares.</summary>
    public static (double Level, double Slope) Line(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        var middle = (n - 1) / 2.0;
        var mean = Mean(values);
        double up = 0, down = 0;
        for (var t = 0; t < n; t++)
        {
            up += (t - middle) * (values[t] - mean);
            down += (t - middle) * (t - middle);
        }

        var slope = down > 0 ? up / down : 0;
        return (mean - (slope * middle), slope);
    }

    /// <summary>The correlation of the values with themselves at a lag, as R's <c>acf</c> computes it.</summary>
    public static double Autocorrelation(ReadOnlySpan<double> values, int lag)
    {
        var mean = Mean(values);
        double with = 0, own = 0;
        for (var t = 0; t < values.Length; t++)
        {
            own += (values[t] - mean) * (values[t] - mean);
            with += t >= lag ? (values[t] - mean) * (values[t - lag] - mean) : 0;
        }

        return own > 0 ? with / own : 0;
    }
}
