using System.Text.Json.Serialization;
using Copilot.Contracts;
using Copilot.Governance.Policies.Actions;

namespace Copilot.Governance.Approvals;

/// <summary>A proposal as it is kept, with everything needed to run it after a restart.</summary>
internal sealed record KeptProposal
{
    public required string Id { get; init; }

    public required string Reference { get; init; }

    public required Caller Requester { get; init; }

    public required string Channel { get; init; }

    public string? TurnId { get; init; }

    public string? ConversationId { get; init; }

    public required ToolCall Call { get; init; }

    public required ActionDraft Draft { get; init; }

    /// <summary>The fingerprint of the draft when it was proposed; a draft that no longer has it was tampered with.</summary>
    public required string Fingerprint { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; init; }

    public required IReadOnlyList<string> Signals { get; init; }

    public required ActionNeed Need { get; init; }

    public required ProposalState State { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The process that runs it, or did.</summary>
    public string? Node { get; init; }

    public int Attempts { get; init; }

    /// <summary>When the current or last attempt began.</summary>
    public DateTimeOffset? BeganAt { get; init; }

    /// <summary>When it is to be looked at again; null for at once, and while it runs.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public ProposalOutcome? Outcome { get; init; }

    public ActionDraft? Undo { get; init; }

    public string? UndoOf { get; init; }

    /// <summary>Counts the changes; each is made to the one before and no other.</summary>
    public long Version { get; init; }

    public IReadOnlyList<KeptDecision> Decisions { get; init; } = [];

    [JsonIgnore]
    public string Tenant => Requester.Tenant;

    [JsonIgnore]
    public IEnumerable<KeptDecision> Approvals => Decisions.Where(d => d.Said.Kind == DecisionKind.Approved);

    /// <summary>Whose rights it runs with.</summary>
    [JsonIgnore]
    public Caller RunsAs => Approvals.LastOrDefault()?.By ?? Requester;
}
