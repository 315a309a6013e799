namespace Copilot.Contracts;

/// <summary>A minimum stock rule of a product, in the product's unit.</summary>
/// <param name="Warehouse">Whose it is: the warehouse's code, or its name where it has none.</param>
/// <param name="Minimum">Below which stock it orders.</param>
/// <param name="Maximum">Up to which stock.</param>
/// <param name="Multiple">What its orders are multiples of; 0 for none.</param>
public sealed record StockRule(string Warehouse, double Minimum, double Maximum, double Multiple);
