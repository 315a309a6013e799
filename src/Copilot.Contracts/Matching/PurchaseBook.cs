namespace Copilot.Contracts;

/// <summary>What the business system holds that a document may belong to, as the person who asks may see it.</summary>
public sealed record PurchaseBook
{
    /// <summary>Gets the purchase orders that may be meant.</summary>
    public required IReadOnlyList<LedgerOrder> Orders { get; init; }

    /// <summary>Gets the suppliers' bills that the document may repeat.</summary>
    public IReadOnlyList<LedgerBill> Bills { get; init; } = [];

    /// <summary>Gets a value indicating whether prices of purchase may be seen; without them quantities and days alone are compared.</summary>
    public bool KnowsPrices { get; init; } = true;

    /// <summary>Gets a value indicating whether bills may be seen; without them nothing can be said about duplicates.</summary>
    public bool KnowsBills { get; init; } = true;

    /// <summary>Gets a value indicating whether there are more orders than were read.</summary>
    public bool IsCut { get; init; }
}
