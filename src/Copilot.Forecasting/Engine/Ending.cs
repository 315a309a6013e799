namespace Copilot.Forecasting.Engine;

/// <summary>Whether demand that stays away may have ended for good.</summary>
internal static class Ending
{
    // One product in two hundred ends in any period, about one in seventeen a year by months. Twice as many make demand that only pauses come out too low.
    private const double EndsInAPeriod = 0.005;
    private const double Slow = 0.1;

    /// <summary>
    /// How probable it is that there is still demand, by Bayes: the chance of so long a silence while demand goes on, against demand having ended after any of its
    /// periods (the idea of Schmittlein, Morrison and Colombo 1987, counted in periods).
    /// </summary>
    /// <param name="history">The demand.</param>
    public static double Alive(ReadOnlySpan<double> history)
    {
        var until = history.Length;
        while (until > 0 && history[until - 1] == 0)
        {
            until--;
        }

        if (until == 0)
        {
            return 0;
        }

        // How often there was demand while there was any, the latest counting most.
        var known = history[..until];
        var chance = 1 - (known.Count(0.0) / (double)until);
        foreach (var value in known)
        {
            chance += Slow * ((value != 0 ? 1 : 0) - chance);
        }

        chance = Math.Clamp(chance, 0.02, 0.98);
        double goesOn = 1, ended = 0;
        for (var t = until; t < history.Length; t++)
        {
            ended += goesOn * EndsInAPeriod;
            goesOn *= (1 - EndsInAPeriod) * (1 - chance);
        }

        return goesOn / (goesOn + ended);
    }
}
