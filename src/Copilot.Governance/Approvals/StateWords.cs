using Copilot.Contracts;

namespace Copilot.Governance.Approvals;

/// <summary>How a proposal stands, in words.</summary>
internal static class StateWords
{
    /// <summary>Says how it stands.</summary>
    public static string Of(KeptProposal proposal) => proposal.State switch
    {
        ProposalState.Approved => "it is approved and about to run",
        ProposalState.Rejected => proposal.Decisions.Count > 0 ? $"{proposal.Decisions[^1].Said.By} rejected it" : "it was rejected",
        ProposalState.Expired => "it has lapsed",
        ProposalState.Executing => "it is running",
        ProposalState.Done => "it is done",
        ProposalState.Failed => "it was tried and not done",
        _ => "it waits",
    };

    /// <summary>Says whose it is: "an operations manager or an accountant".</summary>
    public static string Any(IReadOnlyList<string> roles)
        => roles.Count == 0 ? "nobody the policies name" : string.Join(" or ", roles.Select(r => (r[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + r.Replace('-', ' ')));
}
