namespace Copilot.Contracts;

/// <summary>A line of a purchase order: what was ordered, what came, what was billed. Quantities are in its own unit.</summary>
public sealed record LedgerLine
{
    /// <summary>Gets its id.</summary>
    public required int Id { get; init; }

    /// <summary>Gets the product's id.</summary>
    public required int ProductId { get; init; }

    /// <summary>Gets our number of the product, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the product's name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets its barcode, or null.</summary>
    public string? Barcode { get; init; }

    /// <summary>Gets the supplier's own numbers for it.</summary>
    public IReadOnlyList<string> SupplierCodes { get; init; } = [];

    /// <summary>Gets the supplier's own names for it.</summary>
    public IReadOnlyList<string> SupplierNames { get; init; } = [];

    /// <summary>Gets how much was ordered.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Gets how much came.</summary>
    public decimal Received { get; init; }

    /// <summary>Gets how much is billed, drafts too.</summary>
    public decimal Billed { get; init; }

    /// <summary>Gets how much may be billed now: what came or what was ordered, as the product's policy says, less what is billed. Negative when more is billed.</summary>
    public decimal ToBill { get; init; }

    /// <summary>Gets its unit.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>Gets the agreed price of one unit after discount, without tax, in the order's currency.</summary>
    public decimal Price { get; init; }

    /// <summary>Gets the day it is planned to come, or null.</summary>
    public DateOnly? Planned { get; init; }

    /// <summary>Gets the units that convert into its own, that one included.</summary>
    public IReadOnlyList<LedgerUnit> Units { get; init; } = [];

    /// <summary>Gets what still has to come.</summary>
    public decimal Open => Math.Max(0, Quantity - Received);
}
