namespace Copilot.Contracts;

/// <summary>What a forecast is about, by names as people write them; what is null is not narrowed.</summary>
public sealed record DemandScope
{
    /// <summary>Gets a product's internal reference or name.</summary>
    public string? Product { get; init; }

    /// <summary>Gets a product category's name, with all below it.</summary>
    public string? Category { get; init; }

    /// <summary>Gets a warehouse's code or name.</summary>
    public string? Warehouse { get; init; }

    /// <summary>Gets a customer's name.</summary>
    public string? Customer { get; init; }

    /// <summary>Gets a supplier's name.</summary>
    public string? Supplier { get; init; }
}
