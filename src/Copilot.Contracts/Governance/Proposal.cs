namespace Copilot.Contracts;

/// <summary>A write that waits for the right person, and what became of it. What is in it is data, never markup.</summary>
public sealed record Proposal
{
    /// <summary>Gets the proposal's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the tool that would write.</summary>
    public required string Tool { get; init; }

    /// <summary>Gets what it would do, for people.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets the risk class.</summary>
    public required RiskClass Risk { get; init; }

    /// <summary>Gets the money at stake.</summary>
    public required Exposure Exposure { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required ProposalState State { get; init; }

    /// <summary>Gets the role that may approve it next; <c>requester</c> when the one who asked may, <c>nobody</c> when it ran at once.</summary>
    public required string ApproverRole { get; init; }

    /// <summary>Gets when it lapses, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets the short reference that is left in the ERP and that people can name: "DC-7K3M9Q2A".</summary>
    public string Reference { get; init; } = string.Empty;

    /// <summary>Gets all roles of which a holder may approve what is still open.</summary>
    public IReadOnlyList<string> ApproverRoles { get; init; } = [];

    /// <summary>Gets how many people still have to approve it.</summary>
    public int ApprovalsMissing { get; init; }

    /// <summary>Gets a value indicating whether the person it is shown to may approve it now.</summary>
    public bool MayApprove { get; init; }

    /// <summary>Gets a value indicating whether the person it is shown to may reject or withdraw it now.</summary>
    public bool MayReject { get; init; }

    /// <summary>Gets the values it would change, old and new.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>Gets the records it stands on and touches, each as it was when it was prepared.</summary>
    public IReadOnlyList<RecordVersion> Records { get; init; } = [];

    /// <summary>Gets why it is proposed; null when the request itself is the reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets what the person deciding should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Gets the evidence it stands on.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Gets the name of who asked for it.</summary>
    public string RequestedBy { get; init; } = string.Empty;

    /// <summary>Gets when, UTC.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>Gets the turn it was asked for in; null when it came from elsewhere.</summary>
    public string? TurnId { get; init; }

    /// <summary>Gets the company the records belong to.</summary>
    public string? Company { get; init; }

    /// <summary>Gets the margin afterwards as a share of the net amount.</summary>
    public decimal? Margin { get; init; }

    /// <summary>Gets the price given away as a share of the list price.</summary>
    public decimal? Discount { get; init; }

    /// <summary>Gets the customer's class.</summary>
    public string? CustomerClass { get; init; }

    /// <summary>Gets what was decided so far, in order.</summary>
    public IReadOnlyList<ProposalDecision> Decisions { get; init; } = [];

    /// <summary>Gets what became of it in the ERP; null before it ran.</summary>
    public ProposalOutcome? Outcome { get; init; }

    /// <summary>Gets a value indicating whether what was done can be taken back with a proposal of its own.</summary>
    public bool CanUndo { get; init; }

    /// <summary>Gets the proposal that this one takes back, or null.</summary>
    public string? UndoOf { get; init; }

    /// <summary>Gets the SHA-256 of what would be written, see <see cref="ActionDraft.Fingerprint"/>; an approval is bound to it.</summary>
    public string Fingerprint { get; init; } = string.Empty;
}
