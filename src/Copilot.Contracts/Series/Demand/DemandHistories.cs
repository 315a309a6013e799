namespace Copilot.Contracts;

/// <summary>What customers got of many products, one history a product.</summary>
public sealed record DemandHistories
{
    /// <summary>Gets what it is about, with names as the ERP writes them.</summary>
    public required DemandScope Scope { get; init; }

    /// <summary>Gets the histories, those with the most deliveries lately first; each names its product and category. They hold no special prices, no days without stock, and a shelf only where that was asked for.</summary>
    public required IReadOnlyList<DemandHistory> Products { get; init; }

    /// <summary>Gets how many products had deliveries; more than <see cref="Products"/> when there were too many.</summary>
    public required int Total { get; init; }
}
