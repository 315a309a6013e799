namespace Copilot.Contracts;

/// <summary>An approved action on its way to the ERP.</summary>
public sealed record ActionOrder
{
    /// <summary>Gets the proposal.</summary>
    public required string ProposalId { get; init; }

    /// <summary>Gets the reference left in the ERP (chatter, origin), by which an execution whose answer was lost is found again: short, unique, stable over attempts ("DC-7K3M9Q2A").</summary>
    public required string Reference { get; init; }

    /// <summary>Gets what to do; its fingerprint is the one that was approved.</summary>
    public required ActionDraft Draft { get; init; }

    /// <summary>Gets whose rights it runs with: the last person who approved, or the requester where nobody else had to.</summary>
    public required Caller RunsAs { get; init; }

    /// <summary>Gets the name of who asked for it.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>Gets the names of who approved it; empty when it ran at once.</summary>
    public required IReadOnlyList<string> ApprovedBy { get; init; }

    /// <summary>Gets where the request and its evidence can be read: an address of this service.</summary>
    public required string EvidenceUri { get; init; }

    /// <summary>Gets the moment of this attempt, UTC.</summary>
    public required DateTimeOffset Now { get; init; }
}
