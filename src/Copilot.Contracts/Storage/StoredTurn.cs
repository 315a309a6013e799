using System.Text.Json.Nodes;

namespace Copilot.Contracts;

/// <summary>A finished turn with what stands behind it.</summary>
public sealed record StoredTurn
{
    /// <summary>Gets the turn as clients see it.</summary>
    public required Turn Turn { get; init; }

    /// <summary>Gets the evidence of each source, by mark (<c>S1</c>).</summary>
    public required IReadOnlyDictionary<string, Evidence> Evidence { get; init; }

    /// <summary>Gets what the planner wants to remember for a follow-up, opaque to others.</summary>
    public required JsonObject Memo { get; init; }
}
