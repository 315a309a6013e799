namespace Copilot.Forecasting.Seasons;

/// <summary>Season and trend by locally weighted lines: the inner loop of STL (Cleveland, Cleveland, McRae and Terpenning 1990).</summary>
internal sealed class Stl
{
    private const int Rounds = 2;

    private Stl(double[] season, double[] trend)
    {
        Season = season;
        Trend = trend;
    }

    /// <summary>Gets the season's part of each value.</summary>
    public double[] Season { get; }

    /// <summary>Gets the trend's part of each value.</summary>
    public double[] Trend { get; }

    /// <summary>Decomposes.</summary>
    /// <param name="history">The values, two seasons at least.</param>
    /// <param name="season">Periods in a season.</param>
    /// <param name="window">Over how many seasons a place in the season is smoothed; odd, 7 or more.</param>
    public static Stl Of(ReadOnlySpan<double> history, int season, int window)
    {
        var n = history.Length;
        var trendWindow = Odd((int)Math.Ceiling(1.5 * season / (1 - (1.5 / window))));
        var low = Odd(season);
        var trend = new double[n];
        var part = new double[n];
        var rest = new double[n];
        for (var round = 0; round < Rounds; round++)
        {
            for (var t = 0; t < n; t++)
            {
                rest[t] = history[t] - trend[t];
            }

            var cycle = Cycles(rest, season, window);
            var smooth = Loess.Smooth(Average(Average(Average(cycle, season), season), 3), low, 0, n);
            for (var t = 0; t < n; t++)
            {
                part[t] = cycle[t + season] - smooth[t];
                rest[t] = history[t] - part[t];
            }

            trend = Loess.Smooth(rest, trendWindow, 0, n);
        }

        return new Stl(part, trend);
    }

    private static int Odd(int value) => value % 2 == 0 ? value + 1 : value;

    // Each place of the season on its own, with one more season at both ends.
    private static double[] Cycles(double[] rest, int season, int window)
    {
        var n = rest.Length;
        var cycle = new double[n + (2 * season)];
        for (var place = 0; place < season; place++)
        {
            var count = ((n - 1 - place) / season) + 1;
            var own = new double[count];
            for (var i = 0; i < count; i++)
            {
                own[i] = rest[place + (i * season)];
            }

            var smooth = Loess.Smooth(own, window, -1, count + 2);
            for (var i = 0; i < smooth.Length; i++)
            {
                cycle[place + (i * season)] = smooth[i];
            }
        }

        return cycle;
    }

    private static double[] Average(double[] values, int length)
    {
        var average = new double[values.Length - length + 1];
        var sum = 0.0;
        for (var t = 0; t < values.Length; t++)
        {
            sum += values[t] - (t >= length ? values[t - length] : 0);
            if (t >= length - 1)
            {
                average[t - length + 1] = sum / length;
            }
        }

        return average;
    }
}
