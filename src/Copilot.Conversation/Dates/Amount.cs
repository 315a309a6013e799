namespace Copilot.Conversation.Dates;

/// <summary>A number in a question.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Kind">What it counts.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">The unit or currency as written, or null.</param>
internal sealed record Amount(int Start, int End, AmountKind Kind, decimal Value, string? Unit);
