namespace Copilot.Contracts;

/// <summary>What suppliers delivered, and what they ask of an order.</summary>
public sealed record ArrivalHistory
{
    /// <summary>Gets what it is about, with names as the ERP writes them.</summary>
    public required DemandScope Scope { get; init; }

    /// <summary>Gets the product's name; null when it is not about one product.</summary>
    public string? ProductName { get; init; }

    /// <summary>Gets the first day that was looked at.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Gets the day it was read.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Gets the receipts that came, oldest first.</summary>
    public required IReadOnlyList<SupplierArrival> Arrivals { get; init; }

    /// <summary>Gets the offers for the product, the ERP's first choice first; empty when it is not about one product or the caller may not see them.</summary>
    public IReadOnlyList<SupplierOffer> Offers { get; init; } = [];

    /// <summary>Gets the product's minimum stock rules, by warehouse; empty when it is not about one product or the caller may not see them.</summary>
    public IReadOnlyList<StockRule> Rules { get; init; } = [];

    /// <summary>Gets what was left out, as whole sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
