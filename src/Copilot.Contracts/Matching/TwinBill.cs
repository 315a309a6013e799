namespace Copilot.Contracts;

/// <summary>A bill that is entered already and may be the same.</summary>
/// <param name="Bill">The bill.</param>
/// <param name="Confidence">How likely it is the same, 0 to 1.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record TwinBill(LedgerBill Bill, double Confidence, string Reason);
