namespace Copilot.Contracts;

/// <summary>Histories of many products at once. Implemented by the room that speaks with the ERP, asked by the calculator; everything is read with the caller's own rights.</summary>
public interface IDemandCatalogue
{
    /// <summary>Gets the most outside round trips it takes, whatever the number of products.</summary>
    int RoundTrips { get; }

    /// <summary>Reads what customers got of each product.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="scope">Which category, warehouse, customer or supplier, of whose offers the products are; the other names are not looked at.</param>
    /// <param name="most">How many products at most.</param>
    /// <param name="shelves">Whether stock and open transfers of each are read, too.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The histories, or how the call ends without.</returns>
    Task<Sourced<DemandHistories>> EachAsync(ToolContext context, DemandScope scope, int most, bool shelves, CancellationToken cancellationToken);

    /// <summary>Gets the most outside round trips that histories by place take, whatever their number.</summary>
    int PartsRoundTrips { get; }

    /// <summary>Reads what customers got of each product from each warehouse, so that it can be added up in any way. Each history names its product, category, warehouse and company.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="scope">Which product, category, warehouse or customer; the supplier is not looked at.</param>
    /// <param name="customers">Whether by customer, too: each history then names one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The histories, or how the call ends without.</returns>
    Task<Sourced<DemandHistories>> PartsAsync(ToolContext context, DemandScope scope, bool customers, CancellationToken cancellationToken);

    /// <summary>Reads which warehouses there are. One round trip.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The warehouses, or how the call ends without.</returns>
    Task<Sourced<IReadOnlyList<DemandPlace>>> PlacesAsync(ToolContext context, CancellationToken cancellationToken);
}
