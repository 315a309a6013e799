namespace Copilot.Contracts;

/// <summary>How the numbers of a kind of document look: prefix, then digits.</summary>
/// <param name="Kind">The slot such a number fills.</param>
/// <param name="Prefix">What stands before the digits, for example <c>S</c>, <c>LYO/OUT/</c>.</param>
/// <param name="Padding">The number of digits, filled with zeros.</param>
/// <param name="Words">The words that announce such a number in a question: "order", "sales order", "SO".</param>
public sealed record NumberPattern(SlotKind Kind, string Prefix, int Padding, IReadOnlyList<string> Words);
