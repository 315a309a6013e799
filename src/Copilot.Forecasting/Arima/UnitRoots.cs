using Copilot.Forecasting.Numerics;
using Copilot.Forecasting.Seasons;

namespace Copilot.Forecasting.Arima;

/// <summary>How often to take differences: the test of Kwiatkowski, Phillips, Schmidt and Shin (1992) for plain ones, the strength of the season for seasonal ones.</summary>
internal static class UnitRoots
{
    // The 5 % limit of the test around a level (table 1 of the paper).
    private const double Limit = 0.463;

    // Above it a season is strong enough to be differenced (Hyndman and Athanasopoulos, fpp3, section 9.9).
    private const double Strong = 0.64;

    /// <summary>Seasonal differences to take, 0 or 1.</summary>
    public static int Seasonal(ReadOnlySpan<double> values, int season)
        => season > 1 && values.Length >= (2 * season) + 5 && Strength(values, season) > Strong ? 1 : 0;

    /// <summary>Plain differences to take, 0 to 2.</summary>
    public static int Plain(ReadOnlySpan<double> values)
    {
        var current = values.ToArray();
        for (var d = 0; d < 2; d++)
        {
            if (current.Length < 6 || Kpss(current) <= Limit)
            {
                return d;
            }

            current = Differences.Take(current, 1);
        }

        return 2;
    }

    /// <summary>The statistic of the test around a level, with 3√n/13 lags as R's <c>ndiffs</c> takes them.</summary>
    public static double Kpss(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        var mean = Figures.Mean(values);
        var lags = (int)(3 * Math.Sqrt(n) / 13);
        double sum = 0, sums = 0, variance = 0;
        foreach (var value in values)
        {
            sum += value - mean;
            sums += sum * sum;
            variance += (value - mean) * (value - mean);
        }

        for (var lag = 1; lag <= lags; lag++)
        {
            var with = 0.0;
            for (var t = lag; t < n; t++)
            {
                with += (values[t] - mean) * (values[t - lag] - mean);
            }

            variance += 2 * (1 - (lag / (lags + 1.0))) * with;
        }

        return variance > 0 ? sums / n / variance : 0;
    }

    /// <summary>How much of what the trend leaves over is season, 0 to 1 (Wang, Smith and Hyndman 2006).</summary>
    public static double Strength(ReadOnlySpan<double> values, int season)
    {
        var figure = Classical.Figure(values, season, multiplicative: false);
        var (first, trend) = Classical.Trend(values, season);
        var rest = new double[trend.Length];
        var both = new double[trend.Length];
        for (var i = 0; i < trend.Length; i++)
        {
            both[i] = values[first + i] - trend[i];
            rest[i] = both[i] - figure[(first + i) % season];
        }

        var whole = Figures.Variance(both);
        return whole > 0 ? Math.Max(0, 1 - (Figures.Variance(rest) / whole)) : 0;
    }
}
