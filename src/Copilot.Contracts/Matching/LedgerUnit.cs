namespace Copilot.Contracts;

/// <summary>A unit that converts into an order line's own.</summary>
/// <param name="Name">Its name as the business system writes it.</param>
/// <param name="Holds">How many of the line's unit it holds.</param>
public sealed record LedgerUnit(string Name, decimal Holds)
{
    /// <summary>Gets a value indicating whether it is a packaging of this very product: "Carton of 12", where another product's carton may hold something else.</summary>
    public bool IsPack { get; init; }

    /// <summary>Gets the barcode of the packaging, or null.</summary>
    public string? Barcode { get; init; }
}
