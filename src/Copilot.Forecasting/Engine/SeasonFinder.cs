using Copilot.Forecasting.Numerics;
using Copilot.Forecasting.Seasons;

namespace Copilot.Forecasting.Engine;

/// <summary>Finds the season of values whose periods have no place in the calendar.</summary>
internal static class SeasonFinder
{
    private const double Clear = 0.3;
    private const double AsGood = 0.9;
    private static readonly int[] Usual = [4, 7, 12, 24, 52];

    /// <summary>The season, among those that calendars make; 1 when none shows clearly.</summary>
    public static int Of(ReadOnlySpan<double> values)
    {
        // On changes, as a trend goes with itself at every lag.
        var changes = new double[Math.Max(0, values.Length - 1)];
        for (var t = 0; t < changes.Length; t++)
        {
            changes[t] = values[t + 1] - values[t];
        }

        var (best, most) = (1, 0.0);
        foreach (var season in Usual)
        {
            if (!SeasonalTest.Shows(changes, season))
            {
                continue;
            }

            // A season of four shows at twelve as well: the longer one has to show better.
            var clear = Figures.Autocorrelation(changes, season);
            if (clear > Clear && clear * AsGood > most)
            {
                (best, most) = (season, clear);
            }
        }

        return best;
    }
}
