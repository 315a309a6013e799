using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Seasons;

/// <summary>Classical decomposition: a centred moving average is the trend, the mean deviation of each season's place from it is the seasonal figure, as R's <c>decompose</c> does.</summary>
internal static class Classical
{
    // Four places of a year are too few to tell, and telling made quarters worse.
    private const int EnoughPlaces = 5;

    // Factors are usual in business and what the competitions were won with: differences must leave this much less over.
    private const double Clearly = 0.9;

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

    /// <summary>Whether a season that is added explains a positive history clearly better than one that is multiplied.</summary>
    /// <param name="history">The values, all above zero, at least two seasons.</param>
    /// <param name="season">Periods in a season.</param>
    public static bool AddsClearly(ReadOnlySpan<double> history, int season)
    {
        if (season < EnoughPlaces)
        {
            return false;
        }

        var (added, multiplied) = (Figure(history, season, false), Figure(history, season, true));
        var (first, trend) = Trend(history, season);
        double leftAdded = 0, leftMultiplied = 0;
        for (var i = 0; i < trend.Length; i++)
        {
            var value = history[first + i];
            var place = (first + i) % season;
            leftAdded += (value - trend[i] - added[place]) * (value - trend[i] - added[place]);
            leftMultiplied += (value - (trend[i] * multiplied[place])) * (value - (trend[i] * multiplied[place]));
        }

        return leftAdded < Clearly * leftMultiplied;
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
