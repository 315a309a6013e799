using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Governance.Audit;

/// <summary>An entry as it stands in the chain.</summary>
public sealed record AuditRecord
{
    /// <summary>Gets the tenant.</summary>
    public required string Tenant { get; init; }

    /// <summary>Gets its place in the tenant's chain, starting at 1.</summary>
    public required long Seq { get; init; }

    /// <summary>Gets when, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets what happened.</summary>
    public required AuditEntryKind Kind { get; init; }

    /// <summary>Gets the turn, or null.</summary>
    public string? TurnId { get; init; }

    /// <summary>Gets the conversation, or null.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Gets who caused it.</summary>
    public required string CallerId { get; init; }

    /// <summary>Gets the process that wrote it.</summary>
    public required string Instance { get; init; }

    /// <summary>Gets the details.</summary>
    public required JsonObject Content { get; init; }

    /// <summary>Gets the hash of the entry before it; 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>Gets its own hash: SHA-256 over all the above, see <c>docs/audit.md</c>.</summary>
    public required string Hash { get; init; }
}
