namespace Copilot.Forecasting.Arima;

/// <summary>Differences, plain and seasonal, and the way back.</summary>
internal static class Differences
{
    /// <summary>Takes the differences at a lag.</summary>
    public static double[] Take(ReadOnlySpan<double> values, int lag)
    {
        var taken = new double[Math.Max(0, values.Length - lag)];
        for (var t = 0; t < taken.Length; t++)
        {
            taken[t] = values[t + lag] - values[t];
        }

        return taken;
    }

    /// <summary>Takes seasonal differences, then plain ones.</summary>
    public static double[] Take(ReadOnlySpan<double> values, ArimaOrder order)
    {
        var taken = values.ToArray();
        for (var i = 0; i < order.SeasonalD; i++)
        {
            taken = Take(taken, order.Season);
        }

        for (var i = 0; i < order.D; i++)
        {
            taken = Take(taken, 1);
        }

        return taken;
    }

    /// <summary>Adds forecasts of differences up again to forecasts of the values.</summary>
    public static void Undo(ReadOnlySpan<double> values, ArimaOrder order, Span<double> mean)
    {
        // The levels between the values and their differences, outermost first.
        var levels = new List<(double[] Values, int Lag)>();
        var current = values.ToArray();
        for (var i = 0; i < order.SeasonalD + order.D; i++)
        {
            var lag = i < order.SeasonalD ? order.Season : 1;
            levels.Add((current, lag));
            current = Take(current, lag);
        }

        for (var i = levels.Count - 1; i >= 0; i--)
        {
            var (level, lag) = levels[i];
            for (var h = 0; h < mean.Length; h++)
            {
                mean[h] += h >= lag ? mean[h - lag] : level[level.Length - lag + h];
            }
        }
    }
}
