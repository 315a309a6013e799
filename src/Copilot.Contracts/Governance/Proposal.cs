namespace Copilot.Contracts;

/// <summary>A write that waits for the right person.</summary>
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

    /// <summary>Gets the role that may approve it.</summary>
    public required string ApproverRole { get; init; }

    /// <summary>Gets when it lapses, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
