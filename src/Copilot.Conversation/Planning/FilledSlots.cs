using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Mentions;

namespace Copilot.Conversation.Planning;

/// <summary>A tool's parameters, filled from a clause.</summary>
internal sealed record FilledSlots
{
    /// <summary>Gets the argument sets: one a call, several when the clause names several things of one kind.</summary>
    public required IReadOnlyList<(JsonObject Arguments, string? About)> Calls { get; init; }

    /// <summary>Gets the slot that must be filled and is not, or null.</summary>
    public SlotKind? Missing { get; init; }

    /// <summary>Gets a mention that fits several things, or null.</summary>
    public (SlotKind Kind, IReadOnlyList<MentionCandidate> Candidates)? Ambiguous { get; init; }
}
