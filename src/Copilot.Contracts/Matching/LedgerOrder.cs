namespace Copilot.Contracts;

/// <summary>A purchase order with its lines, as the reader of it may see them.</summary>
public sealed record LedgerOrder
{
    /// <summary>Gets its id.</summary>
    public required int Id { get; init; }

    /// <summary>Gets its number.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the supplier's own number for it, or null.</summary>
    public string? SupplierReference { get; init; }

    /// <summary>Gets the supplier.</summary>
    public required LedgerSupplier Supplier { get; init; }

    /// <summary>Gets a value indicating whether it is confirmed and not cancelled.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>Gets the day it was ordered, or null.</summary>
    public DateOnly? Ordered { get; init; }

    /// <summary>Gets the day it is planned to come, or null.</summary>
    public DateOnly? Planned { get; init; }

    /// <summary>Gets its currency, ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Gets its amount without tax.</summary>
    public decimal Net { get; init; }

    /// <summary>Gets its lines.</summary>
    public required IReadOnlyList<LedgerLine> Lines { get; init; }
}
