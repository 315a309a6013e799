namespace Copilot.Forecasting.Seasons;

/// <summary>
/// A season of many periods, such as the weeks of a year: a few waves, and with three seasons or more also what each place in the season adds to them,
/// as far as it comes back in seasons it was not computed from.
/// </summary>
internal sealed class LongSeason
{
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

        var places = Places.Of(values, (int)Math.Round(length));
        for (var t = 0; t < values.Length; t++)
        {
            values[t] -= places.Length > 0 ? places[t % places.Length] : 0;
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
}
