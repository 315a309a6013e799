using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Seasons;

/// <summary>Whether a season shows: the autocorrelation at its length against its 90 % limit, as in the M3 and M4 competitions (Assimakopoulos and Nikolopoulos 2000).</summary>
internal static class SeasonalTest
{
    private const double Limit = 1.645;
    private const int Seasons = 3;

    /// <summary>Tests; false for fewer than three seasons.</summary>
    /// <param name="history">The values.</param>
    /// <param name="season">Periods in a season.</param>
    public static bool Shows(ReadOnlySpan<double> history, int season)
    {
        if (season < 2 || history.Length < Seasons * season)
        {
            return false;
        }

        var squares = 0.0;
        for (var lag = 1; lag < season; lag++)
        {
            var correlation = Figures.Autocorrelation(history, lag);
            squares += correlation * correlation;
        }

        return Math.Abs(Figures.Autocorrelation(history, season)) > Limit / Math.Sqrt(history.Length) * Math.Sqrt(1 + (2 * squares));
    }
}
