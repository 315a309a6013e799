using Copilot.Contracts;

namespace Copilot.Odoo.Exceptions.Cases;

/// <summary>A proposal made from a case, as it was seen last.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Tool">The action.</param>
/// <param name="Requester">Who proposed it.</param>
/// <param name="State">Where it stood.</param>
internal sealed record CaseProposal(string Id, string Tool, Caller Requester, ProposalState State)
{
    public bool IsOver => State is ProposalState.Done or ProposalState.Rejected or ProposalState.Expired or ProposalState.Failed;
}
