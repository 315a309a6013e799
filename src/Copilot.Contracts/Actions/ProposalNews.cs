namespace Copilot.Contracts;

/// <summary>Says that a proposal was made or has changed. What it is now has to be looked up.</summary>
/// <param name="Number">Counts the changes of all proposals together: each is greater than those before it.</param>
/// <param name="Tenant">The tenant.</param>
/// <param name="ProposalId">The proposal.</param>
public sealed record ProposalNews(long Number, string Tenant, string ProposalId);
