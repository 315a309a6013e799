namespace Copilot.Contracts;

/// <summary>What the chance of leaving late rests on. Implemented by the room that speaks with the ERP, asked by the calculator; everything is read with the caller's own rights.</summary>
public interface IShippingSource
{
    /// <summary>Gets the most outside round trips it takes, whatever the number of rows.</summary>
    int RoundTrips { get; }

    /// <summary>Reads the orders that are asked about and the history to learn from.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="scope">Which orders.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The history, or how the call ends without.</returns>
    Task<Sourced<ShippingHistory>> ReadAsync(ToolContext context, LatenessScope scope, CancellationToken cancellationToken);
}
