namespace Copilot.Sandbox.Demo;

/// <summary>The few kinds of chance the demo company knows.</summary>
internal static class Draws
{
    public static bool Chance(this Random dice, double probability) => dice.NextDouble() < probability;

    public static T Pick<T>(this Random dice, IReadOnlyList<T> items) => items[dice.Next(items.Count)];

    /// <summary>A waiting time with the given mean.</summary>
    public static double Exponential(this Random dice, double mean) => -mean * Math.Log(1 - dice.NextDouble());

    /// <summary>About normal with mean 0 and deviation 1 (twelve uniform draws).</summary>
    public static double Normal(this Random dice)
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += dice.NextDouble();
        }

        return sum;
    }

    /// <summary>An index drawn by cumulated weights.</summary>
    public static int Weighted(this Random dice, double[] cumulated)
    {
        var found = Array.BinarySearch(cumulated, dice.NextDouble() * cumulated[^1]);
        return Math.Min(found >= 0 ? found : ~found, cumulated.Length - 1);
    }

    public static double[] Cumulate(IEnumerable<double> weights)
    {
        var sum = 0.0;
        return [.. weights.Select(w => sum += w)];
    }
}
