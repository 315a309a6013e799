namespace Copilot.Contracts;

/// <summary>A purchase that came.</summary>
/// <param name="Supplier">The supplier's name.</param>
/// <param name="Order">The purchase order's name.</param>
/// <param name="Ordered">The day it was confirmed.</param>
/// <param name="Agreed">The day it should have come; null when none was kept.</param>
/// <param name="Came">The day it came.</param>
public sealed record SupplierArrival(string Supplier, string Order, DateOnly Ordered, DateOnly? Agreed, DateOnly Came);
