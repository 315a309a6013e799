namespace Copilot.Contracts;

/// <summary>A line of an open order.</summary>
/// <param name="Id">The order line's id, as in <see cref="ShippedLine"/>.</param>
/// <param name="Product">The product's internal reference, or its name.</param>
/// <param name="Quantity">What still has to leave, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Hindrances">What is known to hold it up.</param>
public sealed record PendingLine(int Id, string Product, double Quantity, string Unit, IReadOnlyList<Hindrance> Hindrances);
