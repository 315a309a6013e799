namespace Copilot.Forecasting.Seasons;

/// <summary>
/// What each place of a season adds, as the mean over seasons. It is kept only as far as each season's changes follow the mean of the other seasons:
/// changes, because a wandering level would pass for a season; other seasons, because every mean fits what it was computed from.
/// </summary>
internal static class Places
{
    private const int Seasons = 3;
    private const double Sure = 3;

    /// <summary>Computes; empty when nothing comes back.</summary>
    /// <param name="values">The values.</param>
    /// <param name="season">Periods in a season.</param>
    /// <returns>One number a place, the first value being place 0, with mean 0.</returns>
    public static double[] Of(ReadOnlySpan<double> values, int season)
    {
        var count = values.Length / season;
        if (count < Seasons || season < 4)
        {
            return [];
        }

        var first = values.Length - (count * season);
        var used = values[first..];
        var sums = new double[season];
        for (var t = 0; t < used.Length; t++)
        {
            sums[t % season] += used[t];
        }

        var weight = Returning(used, sums, season);
        if (weight <= 0)
        {
            return [];
        }

        // A trend over the season is no part of it.
        var profile = new double[season];
        var tilt = (used[^1] - used[0]) / (used.Length - 1);
        var mean = 0.0;
        for (var place = 0; place < season; place++)
        {
            profile[place] = (sums[place] / count) - (tilt * place);
            mean += profile[place] / season;
        }

        var turned = new double[season];
        for (var place = 0; place < season; place++)
        {
            turned[(first + place) % season] = weight * (profile[place] - mean);
        }

        return turned;
    }

    // The slope of each season's changes on the mean changes of the others, 0 to 1; 0 when it may be chance.
    private static double Returning(ReadOnlySpan<double> used, double[] sums, int season)
    {
        var others = (used.Length / season) - 1.0;
        double with = 0, own = 0, all = 0;
        for (var t = 1; t < used.Length; t++)
        {
            if (t % season == 0)
            {
                continue;
            }

            var change = used[t] - used[t - 1];
            var expected = (sums[t % season] - sums[(t % season) - 1] - change) / others;
            with += expected * change;
            own += expected * expected;
            all += change * change;
        }

        if (own <= 0)
        {
            return 0;
        }

        var slope = with / own;
        var noise = Math.Max(0, all - (slope * with)) / used.Length;
        return slope / Math.Sqrt((noise / own) + 1e-30) > Sure ? Math.Min(1, slope) : 0;
    }
}
