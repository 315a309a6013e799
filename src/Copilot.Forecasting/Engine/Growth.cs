using Copilot.Forecasting.Models;
using Copilot.Forecasting.Smoothing;

namespace Copilot.Forecasting.Engine;

/// <summary>Whether a history grows by shares of itself, so that its logarithms are what models should add up.</summary>
internal static class Growth
{
    // Of the usual limits for a difference that tells: without it logarithms are taken too often, and exponentials run away.
    private const double Clearly = 2;

    /// <summary>
    /// Compares smoothing of the values with smoothing of their logarithms by the corrected information criterion. Both are judged as densities of the same values: that of
    /// a logarithm becomes one of its value by dividing by the value (Box and Cox 1964).
    /// </summary>
    /// <remarks>Asked only where there is a season, which grows too: by a bend alone it can't be told in a few years.</remarks>
    /// <param name="history">The values.</param>
    /// <param name="season">Periods in the short season; 1 for none.</param>
    public static bool Compounds(ReadOnlySpan<double> history, int season)
    {
        if (season < 2)
        {
            return false;
        }

        foreach (var value in history)
        {
            if (value <= 0)
            {
                return false;
            }
        }

        var ets = new Ets();
        var middle = Logged.Middle(history);
        return ets.Criterion(history, season) is { } plain
            && ets.Criterion(Logged.Take(history, middle), season) is { } logs
            && logs + (2 * history.Length * middle) + Clearly < plain;
    }
}
