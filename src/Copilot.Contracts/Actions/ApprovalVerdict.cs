namespace Copilot.Contracts;

/// <summary>What became of a decision.</summary>
public sealed record ApprovalVerdict
{
    /// <summary>Gets what it was.</summary>
    public required ApprovalVerdictKind Kind { get; init; }

    /// <summary>Gets the proposal as it stands now; null when the person may not see it.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>Gets why it was not taken, for people; null when it was.</summary>
    public string? Reason { get; init; }
}
