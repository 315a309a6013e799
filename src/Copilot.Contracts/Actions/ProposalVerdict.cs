namespace Copilot.Contracts;

/// <summary>What became of a prepared action: exactly one of <see cref="Proposal"/> and <see cref="Reason"/> is set.</summary>
public sealed record ProposalVerdict
{
    /// <summary>Gets the proposal: waiting, or already done when policy lets it run at once.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>Gets the reason of a refusal, for people.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the rule that decided, for the audit.</summary>
    public required string Rule { get; init; }
}
