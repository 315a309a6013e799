namespace Copilot.Evals.Forecasting;

/// <summary>The usual forecasts of sparse demand with their usual settings, written apart from the product to be measured against.</summary>
internal static class PlainSparse
{
    private const double Smoothing = 0.1;

    /// <summary>Their names and rates a period.</summary>
    public static IEnumerable<(string Name, Func<double[], double> Rate)> All()
        =>
        [
            ("moving average of 12", y => y.TakeLast(12).Average()),
            ("simple smoothing 0.1", y => y.Skip(1).Aggregate(y[0], (level, v) => level + (Smoothing * (v - level)))),
            ("Croston 0.1", y => Croston(y)),
            ("SBA 0.1", y => (1 - (Smoothing / 2)) * Croston(y)),
            ("TSB 0.1", Tsb),
        ];

    private static double Croston(double[] y)
    {
        double? size = null, interval = null;
        var since = 0;
        foreach (var v in y)
        {
            since++;
            if (v != 0)
            {
                size = size is { } s ? s + (Smoothing * (v - s)) : v;
                interval = interval is { } i ? i + (Smoothing * (since - i)) : since;
                since = 0;
            }
        }

        return size / interval ?? 0;
    }

    private static double Tsb(double[] y)
    {
        var size = y.FirstOrDefault(v => v != 0);
        var chance = y.Count(v => v != 0) / (double)y.Length;
        foreach (var v in y)
        {
            chance += Smoothing * ((v != 0 ? 1 : 0) - chance);
            size += v != 0 ? Smoothing * (v - size) : 0;
        }

        return size * chance;
    }
}
