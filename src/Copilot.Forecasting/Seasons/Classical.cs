using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Seasons;

/// <summary>Classical decomposition: a centred moving average is the trend, the mean deviation of each season's place from it is the seasonal figure, as R's <c>decompose</c> does.</summary>
internal static class Classical
{
    /// <summary>The seasonal figure: one number a place in the season, the history's first value being place 0.</summary>
    /// <param name="history">The values, at least two seasons.</param>
    /// <param name="season">Periods in a season.</param>
    /// <param name="multiplicative">Factors with mean 1; otherwise differences with mean 0.</param>
    public static double[] Figure(ReadOnlySpan<double> history, int season, bool multiplicative)
    {
        var figure = new double[season];
        var counts = new int[season];
        var (first, trend) = Trend(history, season);
        for (var i = 0; i < trend.Length; i++)
        {
            if (multiplicative && trend[i] <= 0)
            {
                continue;
            }

            var value = history[first + i];
            figure[(first + i) % season] += multiplicative ? value / trend[i] : value - trend[i];
            counts[(first + i) % season]++;
        }

        for (var place = 0; place < season; place++)
        {
            figure[place] = counts[place] > 0 ? figure[place] / counts[place] : multiplicative ? 1 : 0;
        }

        var mean = Figures.Mean(figure);
        for (var place = 0; place < season; place++)
        {
            figure[place] = !multiplicative ? figure[place] - mean : mean > 0 ? figure[place] / mean : 1;
        }

        return figure;
    }

    /// <summary>The centred moving average over a season, and the index it begins at.</summary>
    public static (int First, double[] Trend) Trend(ReadOnlySpan<double> history, int season)
    {
        var half = season / 2;
        var trend = new double[Math.Max(0, history.Length - (2 * half))];
        for (var i = 0; i < trend.Length; i++)
        {
            // An even season's window has one value more, whose two ends count half.
            var sum = 0.0;
            for (var j = 0; j <= 2 * half; j++)
            {
                sum += history[i + j] * (season % 2 == 0 && (j == 0 || j == 2 * half) ? 0.5 : 1);
            }

            trend[i] = sum / season;
        }

        return (half, trend);
    }
}
