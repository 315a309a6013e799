namespace Copilot.Contracts;

/// <summary>An action that waits for a decision.</summary>
/// <param name="Proposal">The proposal.</param>
public sealed record ProposalUpdate(Proposal Proposal) : TurnUpdate;
