using System.Text.Json.Nodes;

namespace Copilot.Contracts;

/// <summary>One thing that happened, for the audit trail.</summary>
public sealed record AuditEntry
{
    /// <summary>Gets the tenant whose chain it belongs to.</summary>
    public required string Tenant { get; init; }

    /// <summary>Gets what happened.</summary>
    public required AuditEntryKind Kind { get; init; }

    /// <summary>Gets the turn, or null for entries outside turns.</summary>
    public string? TurnId { get; init; }

    /// <summary>Gets the conversation, or null.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Gets who caused it.</summary>
    public required string CallerId { get; init; }

    /// <summary>Gets when, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the details: question, plan, arguments, results, answer, by kind.</summary>
    public required JsonObject Content { get; init; }
}
