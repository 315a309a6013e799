namespace Copilot.Contracts;

/// <summary>A line that left for a customer, or waits to leave: what is known of it by days.</summary>
/// <param name="Id">The order line's id.</param>
/// <param name="Transfer">The id of the transfer it leaves with; lines of one transfer leave together.</param>
/// <param name="Product">The product's id.</param>
/// <param name="Warehouse">The warehouse's id.</param>
/// <param name="Known">The day since which it is known.</param>
/// <param name="Promised">The day it was promised to leave.</param>
/// <param name="Left">The day its last part left; null while something waits.</param>
public sealed record ShippedLine(int Id, int Transfer, int Product, int Warehouse, DateOnly Known, DateOnly Promised, DateOnly? Left);
