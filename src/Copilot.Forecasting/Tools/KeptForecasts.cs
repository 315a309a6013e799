using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Copilot.Contracts;

namespace Copilot.Forecasting.Tools;

/// <summary>
/// Forecasts that were made already, by the very values they were made from: a new delivery makes a new key, so none is ever out of date, and rights do not matter, as whoever reaches a key has read the same values.
/// Horizons are a quarter, half a year or a year, so that questions about some weeks share one forecast and agree with each other.
/// </summary>
internal sealed class KeptForecasts(SeriesForecaster forecaster)
{
    /// <summary>Weeks that are forecast at least.</summary>
    public const int Quarter = 13;

    private const int Most = 20_000;
    private static readonly int[] Horizons = [Quarter, 26, 53];
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SeriesForecast> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Gets how many are kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _kept.Count;
            }
        }
    }

    /// <summary>The forecast of a series: the one that is kept, or a new one.</summary>
    /// <param name="series">The series.</param>
    /// <param name="horizon">How many periods ahead at least.</param>
    /// <param name="cancellationToken">Stops between two models.</param>
    public SeriesForecast Forecast(TimeSeries series, int horizon, CancellationToken cancellationToken)
    {
        var reach = Reach(horizon);
        var key = Key(series, reach);
        if (Find(key) is { } kept)
        {
            return kept.Series == series.Id ? kept : kept with { Series = series.Id };
        }

        // Two that ask at once may both compute; what they get is the same.
        var made = forecaster.Forecast(series, reach, cancellationToken);
        Keep(key, made);
        return made;
    }

    /// <summary>The forecast of a key; null when none is kept.</summary>
    public SeriesForecast? Find(string key)
    {
        lock (_gate)
        {
            return _kept.GetValueOrDefault(key);
        }
    }

    /// <summary>Keeps a forecast that was made elsewhere or before.</summary>
    public void Keep(string key, SeriesForecast made)
    {
        lock (_gate)
        {
            if (_kept.TryAdd(key, made))
            {
                _order.Enqueue(key);
                if (_order.Count > Most)
                {
                    _kept.Remove(_order.Dequeue());
                }
            }
        }
    }

    /// <summary>The key of a series and the horizon it is forecast for: a hash of its values and of the calculator's own version, since another calculator forecasts otherwise.</summary>
    public static string Key(TimeSeries series, int horizon)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{typeof(KeptForecasts).Module.ModuleVersionId:N}\n{series.Period}\n{series.Start:O}\n{series.Season:R}\n{series.Unit}\n{Reach(horizon)}\n"));
        hash.AppendData(MemoryMarshal.AsBytes<double>(series.Values.ToArray()));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static int Reach(int horizon) => Array.Find(Horizons, h => h >= horizon) is > 0 and var standard ? standard : horizon;
}
