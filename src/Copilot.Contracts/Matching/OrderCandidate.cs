namespace Copilot.Contracts;

/// <summary>An order that a document may belong to.</summary>
/// <param name="Order">The order.</param>
/// <param name="Confidence">How likely it is meant, 0 to 1.</param>
/// <param name="Reasons">What speaks for and against it, for people.</param>
public sealed record OrderCandidate(LedgerOrder Order, double Confidence, IReadOnlyList<string> Reasons);
