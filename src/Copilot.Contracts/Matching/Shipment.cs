namespace Copilot.Contracts;

/// <summary>A delivery of ours to a customer, for which a proof of delivery may be.</summary>
public sealed record Shipment
{
    /// <summary>Gets what was shipped, written like an order: its id, its number, its lines with the quantities that left.</summary>
    public required LedgerOrder Goods { get; init; }

    /// <summary>Gets the customer's order, or null.</summary>
    public string? SaleOrder { get; init; }

    /// <summary>Gets the customer.</summary>
    public required LedgerSupplier Customer { get; init; }

    /// <summary>Gets the day it left, or null.</summary>
    public DateOnly? Left { get; init; }

    /// <summary>Gets a value indicating whether it is booked as shipped.</summary>
    public required bool IsDone { get; init; }

    /// <summary>Gets the carrier's number, or null.</summary>
    public string? Tracking { get; init; }
}
