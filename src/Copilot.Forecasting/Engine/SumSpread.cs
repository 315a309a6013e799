namespace Copilot.Forecasting.Engine;

/// <summary>How far off sums of coming periods may be, such as the demand of a lead time. Read from the same trials as the ranges of single periods: how their errors go together is in them.</summary>
internal static class SumSpread
{
    /// <summary>Half the widths of the ranges for the sum of the first period, of the first two, and so on.</summary>
    /// <param name="trials">The backtest, at least two trials.</param>
    /// <param name="horizon">How many periods.</param>
    public static IReadOnlyList<(double Half80, double Half95)> Of(IReadOnlyList<(double[] Combined, double[] Naive, double[] Actual)> trials, int horizon)
    {
        var spread = Spread.OfSums([.. trials.Select(t => Running(t.Combined, t.Actual))]);
        return [.. Enumerable.Range(1, horizon).Select(h => (spread.Half(h, 0.8), spread.Half(h, 0.95)))];
    }

    private static double[] Running(double[] forecast, double[] actual)
    {
        var errors = new double[actual.Length];
        var sum = 0.0;
        for (var h = 0; h < errors.Length; h++)
        {
            sum += forecast[h] - actual[h];
            errors[h] = sum;
        }

        return errors;
    }
}
