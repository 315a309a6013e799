namespace Copilot.Contracts;

/// <summary>What is on the shelf, promised and on its way, in the unit of the history it stands with.</summary>
/// <param name="OnHand">What lies on the shelf and is not held by quality.</param>
/// <param name="Promised">What open deliveries to customers still take, with the days they are due, earliest first; some may be over.</param>
/// <param name="Coming">Open receipts with the days they are due, earliest first; some may be over.</param>
public sealed record StockOutlook(double OnHand, IReadOnlyList<(DateOnly Day, double Quantity)> Promised, IReadOnlyList<(DateOnly Day, double Quantity)> Coming);
