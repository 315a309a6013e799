namespace Copilot.Sandbox.Demo.Stock;

/// <summary>A quantity of a product in one place and lot.</summary>
internal sealed record StockShare(int LocationId, Lot? Lot, int Quantity);
