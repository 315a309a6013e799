namespace Copilot.Benchmarks.Bare;

/// <summary>Series made by chance: some with a season, some without, some where nothing is sold in most weeks.</summary>
internal static class MadeSeries
{
    /// <summary>Months with a trend, a season and noise.</summary>
    public static double[] Monthly(int seed, int count)
    {
        var chance = new Random(seed);
        var (size, slope, turn) = (5 + (20 * chance.NextDouble()), chance.NextDouble(), 12 * chance.NextDouble());
        return [.. Enumerable.Range(0, count).Select(t => 100 + (slope * t) + (size * Math.Sin(2 * Math.PI * (t + turn) / 12)) + (6 * Normal(chance)))];
    }

    /// <summary>Weeks of an assortment: four in ten sell seldom.</summary>
    public static double[] Weekly(int seed, int count)
    {
        var chance = new Random(seed);
        var (level, size, often) = (20 * Math.Exp(Normal(chance)), 0.3 * chance.NextDouble(), 0.1 + (0.4 * chance.NextDouble()));
        var wander = 0.0;
        var values = new double[count];
        for (var t = 0; t < count; t++)
        {
            wander += 0.02 * Normal(chance);
            values[t] = seed % 10 < 4
                ? chance.NextDouble() < often ? Math.Ceiling(5 * chance.NextDouble()) : 0
                : Math.Round(level * Math.Exp(wander + (size * Math.Sin(2 * Math.PI * t / 52.18)) + (0.2 * Normal(chance))), 2);
        }

        return values;
    }

    private static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
