using Copilot.Contracts;

namespace Copilot.Governance.Approvals;

/// <summary>One change of a proposal, made whole or not at all, with its entry in the audit trail.</summary>
/// <param name="Next">The proposal afterwards.</param>
/// <param name="By">Who caused it; <c>system</c> for the service itself.</param>
/// <param name="Why">What happened, one word for the audit: <c>approved</c>, <c>lapsed</c>, <c>began</c>…</param>
internal sealed record ProposalChange(KeptProposal Next, string By, string Why)
{
    /// <summary>A decision that is added.</summary>
    public KeptDecision? Decision { get; init; }

    /// <summary>How the current attempt ended.</summary>
    public ActionOutcome? Ended { get; init; }

    public const string System = "system";
}
