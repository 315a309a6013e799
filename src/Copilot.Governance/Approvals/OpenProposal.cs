using Copilot.Contracts;

namespace Copilot.Governance.Approvals;

/// <summary>A proposal that wants something done.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Id">The proposal.</param>
/// <param name="State">How it stands.</param>
/// <param name="Node">The process that ran it, or null.</param>
internal sealed record OpenProposal(string Tenant, string Id, ProposalState State, string? Node);
