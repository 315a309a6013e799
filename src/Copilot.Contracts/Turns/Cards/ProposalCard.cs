namespace Copilot.Contracts;

/// <summary>A proposed action.</summary>
public sealed record ProposalCard : Card
{
    /// <summary>Gets the proposal.</summary>
    public required Proposal Proposal { get; init; }
}
