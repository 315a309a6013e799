namespace Copilot.Forecasting.Measures;

/// <summary>How good forecasts were. Percentages are 0 to 200 or 0 to 100, all other figures in the unit of the values or without one, as said.</summary>
public static class ForecastMeasures
{
    /// <summary>The symmetric mean absolute percentage error, 0 to 200, as in the M4 competition: the mean of 200·|f − y| / (|f| + |y|); a pair of zeros counts 0.</summary>
    public static double Smape(ReadOnlySpan<double> forecast, ReadOnlySpan<double> actual)
    {
        Same(forecast, actual);
        var sum = 0.0;
        for (var h = 0; h < actual.Length; h++)
        {
            var size = Math.Abs(forecast[h]) + Math.Abs(actual[h]);
            sum += size > 0 ? 200 * Math.Abs(forecast[h] - actual[h]) / size : 0;
        }

        return sum / actual.Length;
    }

    /// <summary>The mean absolute scaled error (Hyndman and Koehler 2006): the mean absolute error over that of the seasonal naive forecast within the history. No number when the history never changes.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="actual">What came.</param>
    /// <param name="history">The history.</param>
    /// <param name="season">Periods in a season; 1 for none.</param>
    public static double Mase(ReadOnlySpan<double> forecast, ReadOnlySpan<double> actual, ReadOnlySpan<double> history, int season)
    {
        var scale = 0.0;
        for (var t = season; t < history.Length; t++)
        {
            scale += Math.Abs(history[t] - history[t - season]);
        }

        return scale > 0 ? MeanAbsolute(forecast, actual) / (scale / (history.Length - season)) : double.NaN;
    }

    /// <summary>The root mean squared scaled error of the M5 competition: the mean squared error over that of the naive forecast within the history, as a root. No number when the history never changes.</summary>
    public static double Rmsse(ReadOnlySpan<double> forecast, ReadOnlySpan<double> actual, ReadOnlySpan<double> history)
    {
        Same(forecast, actual);
        double squares = 0, scale = 0;
        for (var h = 0; h < actual.Length; h++)
        {
            squares += (forecast[h] - actual[h]) * (forecast[h] - actual[h]);
        }

        for (var t = 1; t < history.Length; t++)
        {
            scale += (history[t] - history[t - 1]) * (history[t] - history[t - 1]);
        }

        return scale > 0 ? Math.Sqrt(squares / actual.Length / (scale / (history.Length - 1))) : double.NaN;
    }

    /// <summary>The overall weighted average of the M4 competition: the mean of the ratios of sMAPE and MASE to those of a reference, each taken over all series first. Below 1 is better than the reference.</summary>
    public static double Owa(double smape, double mase, double referenceSmape, double referenceMase) => ((smape / referenceSmape) + (mase / referenceMase)) / 2;

    /// <summary>The mean absolute error, in the unit of the values.</summary>
    public static double MeanAbsolute(ReadOnlySpan<double> forecast, ReadOnlySpan<double> actual)
    {
        Same(forecast, actual);
        var sum = 0.0;
        for (var h = 0; h < actual.Length; h++)
        {
            sum += Math.Abs(forecast[h] - actual[h]);
        }

        return sum / actual.Length;
    }

    /// <summary>The mean of forecast minus actual, in the unit of the values; above zero is too much.</summary>
    public static double Bias(ReadOnlySpan<double> forecast, ReadOnlySpan<double> actual)
    {
        Same(forecast, actual);
        var sum = 0.0;
        for (var h = 0; h < actual.Length; h++)
        {
            sum += forecast[h] - actual[h];
        }

        return sum / actual.Length;
    }

    /// <summary>The mean pinball loss of a quantile, in the unit of the values: what falls above costs its share, what falls below the rest.</summary>
    /// <param name="quantile">The forecast quantiles.</param>
    /// <param name="actual">What came.</param>
    /// <param name="share">The quantile's share, 0 to 1.</param>
    public static double Pinball(ReadOnlySpan<double> quantile, ReadOnlySpan<double> actual, double share)
    {
        Same(quantile, actual);
        var sum = 0.0;
        for (var h = 0; h < actual.Length; h++)
        {
            var off = actual[h] - quantile[h];
            sum += off >= 0 ? share * off : (share - 1) * off;
        }

        return sum / actual.Length;
    }

    /// <summary>The share of values within their ranges, ends included, 0 to 1.</summary>
    public static double Coverage(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, ReadOnlySpan<double> actual)
    {
        Same(lower, actual);
        Same(upper, actual);
        var within = 0;
        for (var h = 0; h < actual.Length; h++)
        {
            within += actual[h] >= lower[h] && actual[h] <= upper[h] ? 1 : 0;
        }

        return (double)within / actual.Length;
    }

    private static void Same(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (left.Length != right.Length || left.Length == 0)
        {
            throw new ArgumentException($"{left.Length} forecasts can't be compared with {right.Length} values.");
        }
    }
}
