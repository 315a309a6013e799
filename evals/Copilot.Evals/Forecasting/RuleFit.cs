namespace Copilot.Evals.Forecasting;

/// <summary>The forecast of one who knows the form of a rule but has to learn its numbers from the history: least squares on the rule's own terms. Written apart from the product.</summary>
internal static class RuleFit
{
    /// <summary>A level.</summary>
    public static double[] Level(double[] history, int ahead) => [.. Enumerable.Repeat(history.Average(), ahead)];

    /// <summary>A straight line and one number for each place of the season.</summary>
    public static double[] LineAndPlaces(double[] history, int season, int ahead)
        => Fit(history, ahead, season + 1, t => [.. Enumerable.Range(0, season).Select(p => t % season == p ? 1.0 : 0), t]);

    /// <summary>The same for the logarithms.</summary>
    public static double[] LogLineAndPlaces(double[] history, int season, int ahead) => Exp(LineAndPlaces(Log(history), season, ahead));

    /// <summary>A level and one wave for the logarithms.</summary>
    public static double[] LogWave(double[] history, double season, int ahead)
        => Exp(Fit(Log(history), ahead, 3, t => [1, Math.Sin(2 * Math.PI * t / season), Math.Cos(2 * Math.PI * t / season)]));

    private static double[] Log(double[] values) => [.. values.Select(v => Math.Log(v))];

    private static double[] Exp(double[] values) => [.. values.Select(v => Math.Exp(v))];

    // The normal equations by elimination; the terms are few and far from alike.
    private static double[] Fit(double[] values, int ahead, int count, Func<int, double[]> terms)
    {
        var sums = new double[count, count + 1];
        for (var t = 0; t < values.Length; t++)
        {
            var x = terms(t);
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < count; j++)
                {
                    sums[i, j] += x[i] * x[j];
                }

                sums[i, count] += x[i] * values[t];
            }
        }

        for (var i = 0; i < count; i++)
        {
            for (var row = 0; row < count; row++)
            {
                var times = row == i ? 0 : sums[row, i] / sums[i, i];
                for (var j = i; j <= count && row != i; j++)
                {
                    sums[row, j] -= times * sums[i, j];
                }
            }
        }

        return [.. Enumerable.Range(values.Length, ahead).Select(t => terms(t).Select((x, i) => x * sums[i, count] / sums[i, i]).Sum())];
    }
}
