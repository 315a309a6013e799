using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Governance.Approvals;

/// <summary>Where people see and decide proposals.</summary>
internal sealed class ApprovalDesk(ProposalStore store, Approvers approvers, ProposalDesk proposals, ExecutionRoom room, TimeProvider time) : IApprovalDesk
{
    private const int MostListed = 200;
    private const int LongestComment = 2000;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Proposal>> ListAsync(Caller caller, ProposalState? state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var shown = new List<Proposal>();
        foreach (var kept in (await store.ListAsync(caller.Tenant, state, cancellationToken)).Where(p => room.View.MaySee(p, caller)).Take(MostListed))
        {
            var now = await LapseAsync(kept, cancellationToken);
            if (state is null || now.State == state)
            {
                shown.Add(await ShowAsync(now, caller, cancellationToken));
            }
        }

        return shown;
    }

    /// <inheritdoc/>
    public async Task<Proposal?> FindAsync(Caller caller, string proposalId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return await VisibleAsync(caller, proposalId, cancellationToken) is { } kept ? await ShowAsync(await LapseAsync(kept, cancellationToken), caller, cancellationToken) : null;
    }

    /// <inheritdoc/>
    public async Task<ApprovalVerdict> DecideAsync(Caller caller, string proposalId, ApprovalDecision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(decision);
        if (decision.Comment is { Length: > LongestComment })
        {
            throw new CopilotException(string.Create(CultureInfo.InvariantCulture, $"The comment has {decision.Comment.Length:N0} characters; at most {LongestComment:N0} are possible. Please shorten it."));
        }

        if (await VisibleAsync(caller, proposalId, cancellationToken) is not { } seen)
        {
            return new ApprovalVerdict { Kind = ApprovalVerdictKind.NotFound, Reason = "There is no proposal of this name that you may see." };
        }

        // Looked at twice: outside for the words, inside the store's own order for the truth.
        (ApprovalVerdictKind Kind, string? Reason) said = default;
        var changed = await store.ChangeAsync(
            caller.Tenant,
            seen.Id,
            (p, _) =>
            {
                (said, var change) = Judge(p, caller, decision);
                return change;
            },
            cancellationToken);
        var kept = changed!.Value.Kept;
        if (said.Kind == ApprovalVerdictKind.Taken && kept.State == ProposalState.Approved)
        {
            kept = await room.RunAsync(kept, cancellationToken);
        }

        return new ApprovalVerdict { Kind = said.Kind, Reason = said.Reason, Proposal = await ShowAsync(kept, caller, cancellationToken) };
    }

    /// <inheritdoc/>
    public async Task<ApprovalVerdict> UndoAsync(Caller caller, string proposalId, string channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await VisibleAsync(caller, proposalId, cancellationToken) is not { } done)
        {
            return new ApprovalVerdict { Kind = ApprovalVerdictKind.NotFound, Reason = "There is no proposal of this name that you may see." };
        }

        if (await store.UndoneByAsync(caller.Tenant, done.Id, cancellationToken) is { } other)
        {
            return new ApprovalVerdict { Kind = ApprovalVerdictKind.TooLate, Reason = "It is being taken back already, or was.", Proposal = await FindAsync(caller, other, cancellationToken) };
        }

        if (!ProposalView.MayUndo(done, caller))
        {
            return new ApprovalVerdict
            {
                Kind = done.Undo is null ? ApprovalVerdictKind.NotPossible : ApprovalVerdictKind.NotYours,
                Reason = done.Undo is null ? "This can't be taken back from here; see in the business system what is possible." : "Only who asked for it or approved it may ask to take it back.",
                Proposal = await ShowAsync(done, caller, cancellationToken),
            };
        }

        var call = new ToolCall { Id = $"{done.Id}/undo", Tool = done.Undo!.Tool, Arguments = [] };
        var (kept, reason, _) = await proposals.KeepAsync(caller, call, done.Undo, done.Evidence, new Origin(channel, null, null, [], done.Id), cancellationToken);
        return kept is null
            ? new ApprovalVerdict { Kind = ApprovalVerdictKind.NotPossible, Reason = reason, Proposal = await ShowAsync(done, caller, cancellationToken) }
            : new ApprovalVerdict { Kind = ApprovalVerdictKind.Taken, Proposal = await ShowAsync(kept, caller, cancellationToken) };
    }

    private ((ApprovalVerdictKind Kind, string? Reason) Said, ProposalChange? Change) Judge(KeptProposal proposal, Caller caller, ApprovalDecision decision)
    {
        var now = time.GetUtcNow();
        if (proposal.State == ProposalState.Expired || (proposal.State == ProposalState.Proposed && now >= proposal.ExpiresAt))
        {
            return ((ApprovalVerdictKind.Expired, "It has lapsed, so nothing was done. Ask for it again; what has changed since is then seen."), Lapsed(proposal, now));
        }

        if (proposal.State != ProposalState.Proposed)
        {
            return ((ApprovalVerdictKind.TooLate, $"It is decided already: {StateWords.Of(proposal)}."), null);
        }

        if (decision.Fingerprint is { } shown && !string.Equals(shown, proposal.Fingerprint, StringComparison.OrdinalIgnoreCase))
        {
            return ((ApprovalVerdictKind.TooLate, "It is no longer what you were shown. Look at it again and decide then."), null);
        }

        var said = new ProposalDecision(caller.DisplayName, decision.Kind, now, string.IsNullOrWhiteSpace(decision.Comment) ? null : decision.Comment.Trim(), null, decision.Channel);
        if (decision.Kind == DecisionKind.Rejected)
        {
            return caller.Id == proposal.Requester.Id || approvers.Concerns(proposal, caller, now)
                ? (default, new ProposalChange(proposal with { State = ProposalState.Rejected }, caller.Id, "rejected") { Decision = new KeptDecision(caller, said) })
                : ((ApprovalVerdictKind.NotYours, Whose(proposal, caller)), null);
        }

        var (may, onBehalfOf) = approvers.May(proposal, caller, now);
        if (!may)
        {
            return proposal.Approvals.Any(a => a.By.Id == caller.Id)
                ? ((ApprovalVerdictKind.TooLate, "You have approved it already; somebody else has to approve it, too."), null)
                : ((ApprovalVerdictKind.NotYours, Whose(proposal, caller)), null);
        }

        var decided = new KeptDecision(caller, said with { OnBehalfOf = onBehalfOf });
        var all = approvers.Given(proposal with { Decisions = [.. proposal.Decisions, decided] }, proposal.Need) == proposal.Need.Slots.Count;
        return (default, new ProposalChange(proposal with { State = all ? ProposalState.Approved : ProposalState.Proposed }, caller.Id, "approved") { Decision = decided });
    }

    private string Whose(KeptProposal proposal, Caller caller)
    {
        var roles = approvers.Open(proposal).SelectMany(s => s).Distinct(StringComparer.Ordinal).ToList();
        return roles is ["requester"] ? $"Only {proposal.Requester.DisplayName}, who asked for it, may confirm it."
            : caller.Id == proposal.Requester.Id && caller.Roles.Any(roles.Contains) ? $"This is more than you may approve of your own. Another person has to: {StateWords.Any(roles)}."
            : $"It has to be approved by somebody else: {StateWords.Any(roles)}{(proposal.Draft.Company is { } company ? " of " + company : string.Empty)}.";
    }

    private async Task<KeptProposal?> VisibleAsync(Caller caller, string id, CancellationToken cancellationToken)
        => id is { Length: > 0 and <= 64 } && await store.FindAsync(caller.Tenant, id, cancellationToken) is { } kept && room.View.MaySee(kept, caller) ? kept : null;

    private async Task<KeptProposal> LapseAsync(KeptProposal proposal, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return proposal.State == ProposalState.Proposed && now >= proposal.ExpiresAt
            ? (await store.ChangeAsync(proposal.Tenant, proposal.Id, (p, _) => Lapsed(p, now), cancellationToken))!.Value.Kept
            : proposal;
    }

    private async Task<Proposal> ShowAsync(KeptProposal proposal, Caller caller, CancellationToken cancellationToken)
        => room.View.For(proposal, caller, proposal.Undo is not null && await store.UndoneByAsync(proposal.Tenant, proposal.Id, cancellationToken) is not null);

    /// <summary>The change that lets a proposal lapse whose time is over; null for any other.</summary>
    public static ProposalChange? Lapsed(KeptProposal proposal, DateTimeOffset now)
        => proposal.State == ProposalState.Proposed && now >= proposal.ExpiresAt ? new ProposalChange(proposal with { State = ProposalState.Expired }, ProposalChange.System, "lapsed") : null;
}
