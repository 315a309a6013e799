using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Seasons;

/// <summary>
/// A season of many periods, such as the weeks of a year: a few waves, and with three seasons or more also what each place in the season adds to them
/// (by STL), drawn to nothing by as much as its own noise suggests.
/// </summary>
internal sealed class LongSeason
{
    private const int Seasons = 3;
    private const int Window = 13;

    private readonly Harmonics _waves;
    private readonly double[] _places;
    private readonly bool _logs;
    private readonly int _length;

    private LongSeason(Harmonics waves, double[] places, bool logs, double[] values)
    {
        _waves = waves;
        _places = places;
        _logs = logs;
        _length = values.Length;
        Values = values;
    }

    /// <summary>Gets the history without this season.</summary>
    public double[] Values { get; }

    /// <summary>Gets a value indicating whether a season was found.</summary>
    public bool IsFound => _waves.Waves > 0 || _places.Length > 0;

    /// <summary>Finds and takes out a season.</summary>
    /// <param name="history">The values.</param>
    /// <param name="length">Periods in a season; need not be whole.</param>
    public static LongSeason Of(ReadOnlySpan<double> history, double length)
    {
        // On logarithms a season grows with the level. Values near zero would be stretched beyond measure.
        var logs = Spread(history) is { } spread && spread < 50;
        var values = history.ToArray();
        for (var t = 0; logs && t < values.Length; t++)
        {
            values[t] = Math.Log(values[t]);
        }

        var waves = Harmonics.Of(values, length);
        for (var t = 0; t < values.Length; t++)
        {
            values[t] -= waves.At(t);
        }

        var season = (int)Math.Round(length);
        var places = values.Length >= Seasons * season ? Places(values, season) : [];
        for (var t = 0; t < values.Length; t++)
        {
            values[t] -= places.Length > 0 ? places[t % season] : 0;
            values[t] = logs ? Math.Exp(values[t]) : values[t];
        }

        return new LongSeason(waves, places, logs, values);
    }

    /// <summary>Puts the season back on what follows the history.</summary>
    public void Restore(Span<double> mean)
    {
        for (var h = 0; h < mean.Length; h++)
        {
            var part = _waves.At(_length + h) + (_places.Length > 0 ? _places[(_length + h) % _places.Length] : 0);
            mean[h] = _logs ? mean[h] * Math.Exp(part) : mean[h] + part;
        }
    }

    private static double? Spread(ReadOnlySpan<double> history)
    {
        double least = double.MaxValue, most = 0;
        foreach (var value in history)
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        return least > 0 ? most / least : null;
    }

    private static double[] Places(double[] values, int season)
    {
        var parts = Stl.Of(values, season, Window);
        var places = new double[season];
        double noise = 0, spread = 0;
        for (var place = 0; place < season; place++)
        {
            // The last time this place came.
            places[place] = parts.Season[^(1 + ((values.Length - 1 - place) % season))];
            spread += places[place] * places[place];
        }

        for (var t = 0; t < values.Length; t++)
        {
            var off = values[t] - parts.Trend[t] - parts.Season[t];
            noise += off * off;
        }

        var seasons = (double)values.Length / season;
        var ofPlace = noise / Math.Max(1, values.Length - season) / seasons;
        var weight = spread > 0 ? Math.Clamp(1 - ((season - 2) * ofPlace / spread), 0, 1) : 0;
        for (var place = 0; place < season; place++)
        {
            places[place] *= weight;
        }

        return weight > 0 ? places : [];
    }
}
