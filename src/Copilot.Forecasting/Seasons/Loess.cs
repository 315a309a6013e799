namespace Copilot.Forecasting.Seasons;

/// <summary>Smoothing by lines through neighbours with tricube weights (Cleveland 1979).</summary>
internal static class Loess
{
    /// <summary>Smooths evenly spaced values, beyond their ends too.</summary>
    /// <param name="values">The values at 0, 1, 2, ….</param>
    /// <param name="window">How many neighbours a line goes through.</param>
    /// <param name="from">The first place wanted; may be negative.</param>
    /// <param name="count">How many places.</param>
    public static double[] Smooth(ReadOnlySpan<double> values, int window, int from, int count)
    {
        var smooth = new double[count];
        for (var i = 0; i < count; i++)
        {
            smooth[i] = At(values, window, from + i);
        }

        return smooth;
    }

    private static double At(ReadOnlySpan<double> values, int window, int at)
    {
        var n = values.Length;
        var take = Math.Min(window, n);
        var first = Math.Clamp(at - (take / 2), 0, n - take);
        var reach = (double)Math.Max(at - first, first + take - 1 - at);

        // A window longer than the history still weighs as if the rest were there.
        reach += window > n ? (window - n) / 2 : 0;
        double weights = 0, places = 0, sum = 0;
        Span<double> weight = take <= 512 ? stackalloc double[take] : new double[take];
        for (var j = 0; j < take; j++)
        {
            var off = Math.Abs(first + j - at);
            var share = reach > 0 ? off / reach : 0;
            weight[j] = share >= 0.999 ? 0 : share <= 0.001 ? 1 : Math.Pow(1 - (share * share * share), 3);
            weights += weight[j];
            places += weight[j] * (first + j);
            sum += weight[j] * values[first + j];
        }

        if (weights <= 0)
        {
            return values[Math.Clamp(at, 0, n - 1)];
        }

        var (middle, mean) = (places / weights, sum / weights);
        double up = 0, down = 0;
        for (var j = 0; j < take; j++)
        {
            var off = first + j - middle;
            up += weight[j] * off * (values[first + j] - mean);
            down += weight[j] * off * off;
        }

        // With all weight in one place there is no slope to see.
        return Math.Sqrt(down / weights) > 0.001 * n ? mean + (up / down * (at - middle)) : mean;
    }
}
