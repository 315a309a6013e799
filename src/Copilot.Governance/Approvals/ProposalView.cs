using Copilot.Contracts;
using Copilot.Governance.Policies.Actions;

namespace Copilot.Governance.Approvals;

/// <summary>Shows a proposal to a person.</summary>
internal sealed class ProposalView(Approvers approvers, TimeProvider time)
{
    private const string Steered = "Something that was read for this tries to steer the copilot. Look closely whether this is what you want.";

    /// <summary>Whether a person may see it at all.</summary>
    public bool MaySee(KeptProposal proposal, Caller caller)
        => caller.Tenant == proposal.Tenant
        && (caller.Id == proposal.Requester.Id || caller.Roles.Contains(RoleNames.Auditor) || proposal.Decisions.Any(d => d.By.Id == caller.Id) || approvers.Concerns(proposal, caller, time.GetUtcNow()));

    /// <summary>Shows it.</summary>
    public Proposal For(KeptProposal proposal, Caller caller, bool isUndone = false)
    {
        var draft = proposal.Draft;
        var open = proposal.State == ProposalState.Proposed ? approvers.Open(proposal) : [];
        var roles = open.SelectMany(s => s).Distinct(StringComparer.Ordinal).ToList();
        var own = caller.Id == proposal.Requester.Id;
        var waits = proposal.State == ProposalState.Proposed && time.GetUtcNow() < proposal.ExpiresAt;
        return new Proposal
        {
            Id = proposal.Id,
            Reference = proposal.Reference,
            Tool = draft.Tool,
            Summary = draft.Summary,
            Risk = proposal.Need.Risk,
            Exposure = draft.Exposure,
            State = proposal.State,
            ApproverRole = roles.FirstOrDefault() ?? (proposal.Need.Slots.Count > 0 ? proposal.Need.Slots[0][0] : "nobody"),
            ApproverRoles = roles,
            ApprovalsMissing = open.Count,
            MayApprove = waits && approvers.May(proposal, caller, time.GetUtcNow()).May,
            MayReject = waits && (own || approvers.Concerns(proposal, caller, time.GetUtcNow())),
            ExpiresAt = proposal.ExpiresAt,
            Changes = draft.Changes,
            Records = draft.Records,
            Reason = draft.Reason,
            Warnings = proposal.Signals.Count > 0 ? [.. draft.Warnings, Steered] : draft.Warnings,
            Sources = [.. proposal.Evidence.Select((e, i) => SourceOf(e, i + 1, own))],
            RequestedBy = proposal.Requester.DisplayName,
            RequestedAt = proposal.RequestedAt,
            TurnId = proposal.TurnId,
            Company = draft.Company,
            Margin = draft.Margin,
            Discount = draft.Discount,
            CustomerClass = draft.CustomerClass,
            Decisions = [.. proposal.Decisions.Select(d => d.Said)],
            Outcome = proposal.Outcome,
            CanUndo = MayUndo(proposal, caller) && !isUndone,
            UndoOf = proposal.UndoOf,
            Fingerprint = proposal.Fingerprint,
        };
    }

    /// <summary>Whether a person may ask to take back what was done.</summary>
    public static bool MayUndo(KeptProposal proposal, Caller caller)
        => proposal is { State: ProposalState.Done or ProposalState.Failed, Undo: not null } && (caller.Id == proposal.Requester.Id || proposal.Approvals.Any(a => a.By.Id == caller.Id));

    /// <summary>The words of a source were read with the requester's rights: others open it with their own.</summary>
    private static Source SourceOf(Evidence evidence, int number, bool own) => new()
    {
        Id = $"S{number}",
        Kind = evidence.Kind,
        Title = evidence.Title,
        Uri = evidence.Uri,
        Excerpt = own ? evidence.Excerpt : string.Empty,
        AsOf = evidence.AsOf,
        Version = evidence.Version,
    };
}
