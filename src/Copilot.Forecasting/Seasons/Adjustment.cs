using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Seasons;

/// <summary>A history without its season, and the season to put back.</summary>
internal sealed class Adjustment
{
    private readonly double[] _figure;
    private readonly bool _multiplicative;
    private readonly int _length;

    private Adjustment(double[] values, double[] figure, bool multiplicative)
    {
        Values = values;
        _figure = figure;
        _multiplicative = multiplicative;
        _length = values.Length;
    }

    /// <summary>Gets the adjusted history.</summary>
    public double[] Values { get; }

    /// <summary>Gets a value indicating whether a season was found.</summary>
    public bool IsSeasonal => _figure.Length > 1;

    /// <summary>Adjusts by the classical decomposition when the test shows a season.</summary>
    /// <param name="history">The values.</param>
    /// <param name="season">Periods in a season; 1 for none.</param>
    /// <param name="shrink">Whether factors are drawn to the middle by as much as their own noise suggests (James–Stein, after Miller and Williams 2003), and are differences where those fit a positive history clearly better. The competitions' reference does neither.</param>
    public static Adjustment Of(ReadOnlySpan<double> history, int season, bool shrink)
    {
        if (!SeasonalTest.Shows(history, season))
        {
            return new Adjustment(history.ToArray(), [0.0], false);
        }

        var multiplicative = IsPositive(history) && !(shrink && Classical.AddsClearly(history, season));
        var figure = Classical.Figure(history, season, multiplicative);
        if (shrink)
        {
            Shrink(history, figure, multiplicative);
        }

        var values = history.ToArray();
        for (var t = 0; t < values.Length; t++)
        {
            values[t] = multiplicative ? values[t] / figure[t % season] : values[t] - figure[t % season];
        }

        return new Adjustment(values, figure, multiplicative);
    }

    /// <summary>Puts the season back on what follows the history.</summary>
    public void Restore(Span<double> mean)
    {
        for (var h = 0; IsSeasonal && h < mean.Length; h++)
        {
            var place = _figure[(_length + h) % _figure.Length];
            mean[h] = _multiplicative ? mean[h] * place : mean[h] + place;
        }
    }

    private static bool IsPositive(ReadOnlySpan<double> history)
    {
        foreach (var value in history)
        {
            if (value <= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void Shrink(ReadOnlySpan<double> history, double[] figure, bool multiplicative)
    {
        var season = figure.Length;
        var middle = multiplicative ? 1.0 : 0;
        var (first, trend) = Classical.Trend(history, season);
        double noise = 0, spread = 0;
        for (var i = 0; i < trend.Length; i++)
        {
            var value = history[first + i];
            var own = multiplicative ? trend[i] > 0 ? value / trend[i] : 1 : value - trend[i];
            var off = own - figure[(first + i) % season];
            noise += off * off;
        }

        foreach (var place in figure)
        {
            spread += (place - middle) * (place - middle);
        }

        // The noise of one factor is the noise of a value over the number of seasons it was averaged over.
        var freedom = trend.Length - season;
        var ofFactor = freedom > 0 ? noise / freedom * season / trend.Length : 0;
        var weight = season > 3 && spread > 0 ? Math.Clamp((season - 3) * ofFactor / spread, 0, 1) : 0;
        for (var place = 0; place < season; place++)
        {
            figure[place] = (weight * middle) + ((1 - weight) * figure[place]);
        }
    }
}
