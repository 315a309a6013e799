namespace Copilot.Governance.Approvals;

/// <summary>Where a proposal comes from.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="TurnId">The turn, or null.</param>
/// <param name="ConversationId">The conversation, or null.</param>
/// <param name="Signals">Signs of steering in the question and in what was read.</param>
/// <param name="UndoOf">The proposal that it takes back, or null.</param>
internal sealed record Origin(string Channel, string? TurnId, string? ConversationId, IReadOnlyList<string> Signals, string? UndoOf);
