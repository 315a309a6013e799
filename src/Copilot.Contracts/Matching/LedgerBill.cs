namespace Copilot.Contracts;

/// <summary>A bill or credit note of a supplier that is entered already.</summary>
public sealed record LedgerBill
{
    /// <summary>Gets its id.</summary>
    public required int Id { get; init; }

    /// <summary>Gets its number with us; a draft may have none.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the supplier's number, or null.</summary>
    public string? Reference { get; init; }

    /// <summary>Gets the supplier's id.</summary>
    public required int SupplierId { get; init; }

    /// <summary>Gets a value indicating whether it is a credit note.</summary>
    public bool IsCreditNote { get; init; }

    /// <summary>Gets its amount with tax.</summary>
    public decimal Total { get; init; }

    /// <summary>Gets its day, or null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Gets its currency, ISO 4217.</summary>
    public required string Currency { get; init; }
}
