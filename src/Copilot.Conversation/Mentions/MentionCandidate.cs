using Copilot.Contracts;

namespace Copilot.Conversation.Mentions;

/// <summary>One thing that a mention may mean.</summary>
/// <param name="Kind">The slot it fills.</param>
/// <param name="Canonical">The text to hand to tools.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Record">The record, when it is known.</param>
/// <param name="Score">How well it fits, 0 to 1.</param>
internal sealed record MentionCandidate(SlotKind Kind, string Canonical, string Name, RecordRef? Record, double Score);
