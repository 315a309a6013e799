namespace Copilot.Contracts;

/// <summary>A warehouse and whose it is.</summary>
/// <param name="Warehouse">Its code, or its name where it has none.</param>
/// <param name="Company">The company.</param>
public sealed record DemandPlace(string Warehouse, CompanyRef Company);
