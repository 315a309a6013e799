using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Forecasting.Engine;

namespace Copilot.Forecasting;

/// <summary>Forecasts series: chooses, estimates and combines models, and says how sure it is. The same series gives the same figures, however many are made at once.</summary>
public sealed class SeriesForecaster
{
    /// <summary>The furthest horizon, in periods.</summary>
    public const int FurthestHorizon = 1000;

    private readonly Look _look = new(new RegularDemand(RegularDemand.Usual), new SparseDemand(SparseDemand.Usual));

    /// <summary>Forecasts one series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="horizon">How many periods ahead, 1 to <see cref="FurthestHorizon"/>.</param>
    /// <param name="cancellationToken">Stops between two models.</param>
    /// <returns>The forecast; its method says when the history carried no more than a simple one.</returns>
    /// <exception cref="CopilotException">The horizon is out of range, or the series holds no number.</exception>
    public SeriesForecast Forecast(TimeSeries series, int horizon, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (horizon is < 1 or > FurthestHorizon)
        {
            throw new CopilotException($"A horizon of {horizon} periods can't be forecast; give 1 to {FurthestHorizon}.");
        }

        if (series.Season is { } length && (!double.IsFinite(length) || length is < 1 or > 100_000))
        {
            throw new CopilotException($"A season of {length} periods is none; give 1 (no season) to 100000.");
        }

        var prepared = Prepared.Of(series.Values) ?? throw new CopilotException($"{series.Id} holds no number, so there is nothing to forecast from.");
        var season = SeasonLength.Of(series, prepared.Values);
        var outlook = _look.At(prepared.Values, season, prepared.NeverNegative, horizon + prepared.Missing, cancellationToken);
        return ForecastSheet.Write(series, prepared, outlook, horizon);
    }

    /// <summary>Forecasts many series, in their order. Only a few are in memory at a time.</summary>
    /// <param name="series">The series, read as they are needed.</param>
    /// <param name="horizon">How many periods ahead.</param>
    /// <param name="atOnce">How many are worked on at the same time, 1 or more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Each series' forecast, or the reason why there is none.</returns>
    public async IAsyncEnumerable<(TimeSeries Series, SeriesForecast? Forecast, string? Fault)> ForecastAllAsync(
        IAsyncEnumerable<TimeSeries> series, int horizon, int atOnce, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(atOnce, 1);
        var underWay = new Queue<Task<(TimeSeries, SeriesForecast?, string?)>>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await foreach (var one in series.WithCancellation(stop.Token))
            {
                underWay.Enqueue(Task.Run(() => TryForecast(one, horizon, stop.Token), stop.Token));

                // One slow series does not keep the others waiting, and yet the queue stays short.
                if (underWay.Count >= 4 * atOnce || (atOnce == 1 && underWay.Count > 0))
                {
                    yield return await underWay.Dequeue();
                }
            }

            while (underWay.TryDequeue(out var next))
            {
                yield return await next;
            }
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private (TimeSeries Series, SeriesForecast? Forecast, string? Fault) TryForecast(TimeSeries series, int horizon, CancellationToken cancellationToken)
    {
        try
        {
            return (series, Forecast(series, horizon, cancellationToken), null);
        }
        catch (CopilotException trouble)
        {
            return (series, null, trouble.Message);
        }
    }
}
