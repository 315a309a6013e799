namespace Copilot.Contracts;

/// <summary>A proposal as one person sees it.</summary>
/// <param name="Reader">The person.</param>
/// <param name="Proposal">The proposal.</param>
/// <param name="IsOwn">Whether the person asked for it.</param>
public sealed record SeenProposal(Caller Reader, Proposal Proposal, bool IsOwn);
