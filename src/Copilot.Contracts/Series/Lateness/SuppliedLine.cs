namespace Copilot.Contracts;

/// <summary>Goods that a supplier brought or will bring.</summary>
/// <param name="Product">The product's id.</param>
/// <param name="Warehouse">The warehouse's id.</param>
/// <param name="Supplier">The supplier's id; 0 when it is not known.</param>
/// <param name="Known">The day since which they are on order.</param>
/// <param name="Agreed">The day they should come.</param>
/// <param name="Came">The day they came; null while they are on their way.</param>
public sealed record SuppliedLine(int Product, int Warehouse, int Supplier, DateOnly Known, DateOnly Agreed, DateOnly? Came);
