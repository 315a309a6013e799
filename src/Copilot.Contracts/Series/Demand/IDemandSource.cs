namespace Copilot.Contracts;

/// <summary>The history that forecasts rest on. Implemented by the room that speaks with the ERP, asked by the calculator; everything is read with the caller's own rights.</summary>
public interface IDemandSource
{
    /// <summary>Gets the most outside round trips a history takes, whatever the number of rows.</summary>
    int HistoryRoundTrips { get; }

    /// <summary>Gets the most outside round trips that past deliveries of suppliers take.</summary>
    int ArrivalsRoundTrips { get; }

    /// <summary>Reads what customers got.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="scope">What of.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The history, or how the call ends without.</returns>
    Task<Sourced<DemandHistory>> HistoryAsync(ToolContext context, DemandScope scope, CancellationToken cancellationToken);

    /// <summary>Reads how long suppliers took and what they ask of an order.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="scope">Which supplier, product or warehouse; the other names are not looked at.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The arrivals, or how the call ends without.</returns>
    Task<Sourced<ArrivalHistory>> ArrivalsAsync(ToolContext context, DemandScope scope, CancellationToken cancellationToken);
}
