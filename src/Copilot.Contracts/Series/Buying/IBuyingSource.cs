namespace Copilot.Contracts;

/// <summary>When customers ordered. Implemented by the room that speaks with the ERP, asked by the calculator; everything is read with the caller's own rights.</summary>
public interface IBuyingSource
{
    /// <summary>Gets the most outside round trips it takes, whatever the number of orders.</summary>
    int RoundTrips { get; }

    /// <summary>Reads confirmed orders of all customers that the caller may see; those the question is not about are there to compare with.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="scope">Whose customers, or which one, the question is about.</param>
    /// <param name="from">The first day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The orders, or how the call ends without.</returns>
    Task<Sourced<BuyingBook>> ReadAsync(ToolContext context, BuyingScope scope, DateOnly from, CancellationToken cancellationToken);
}
