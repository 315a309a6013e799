using System.Globalization;
using Copilot.Contracts;
using Copilot.Governance.Policies.Actions;
using Microsoft.Extensions.Logging;

namespace Copilot.Governance.Approvals;

/// <summary>
/// Runs what was approved, once. The intent is in the store before the ERP is asked; an attempt without an end is looked up in the ERP before anything is repeated; and
/// nothing is taken for undone while a request of that attempt could still be on its way.
/// </summary>
internal sealed class ActionRunner(ProposalStore store, ActionShelf shelf, ExecutionCheck check, TimeProvider time, ILogger<ActionRunner> log)
{
    /// <summary>How long one attempt may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>How long after its beginning a request of an attempt may still reach the ERP.</summary>
    public static readonly TimeSpan InFlight = Longest + TimeSpan.FromSeconds(30);

    private const int MostAttempts = 6;

    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromDays(2);

    /// <summary>Runs an approved proposal, if nobody else does.</summary>
    /// <returns>The proposal as it stands then; null when there is none.</returns>
    public async Task<KeptProposal?> RunAsync(string tenant, string id, CancellationToken cancellationToken)
    {
        if (await store.ChangeAsync(tenant, id, Begin, cancellationToken) is not { } began || !began.Changed || began.Kept.State != ProposalState.Executing)
        {
            return await store.FindAsync(tenant, id, cancellationToken);
        }

        // From here on the end is written whatever happens: the ERP has been asked, or may have been.
        var outcome = await AttemptAsync(began.Kept);
        var ended = await EndAsync(began.Kept, outcome);
        return outcome.Kind == ActionOutcomeKind.Unknown && ended is { State: ProposalState.Executing } ? await LookUpAsync(ended) : ended;
    }

    /// <summary>Finds out what became of an execution that has no end.</summary>
    /// <param name="open">The proposal as it was found; when another process took it up since, it is left to that one.</param>
    /// <param name="cancellationToken">Stops the wait for the store; a look-up that has begun is brought to its end.</param>
    public async Task<KeptProposal?> ReconcileAsync(OpenProposal open, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var claimed = await store.ChangeAsync(
            open.Tenant,
            open.Id,
            (p, node) => p.State == ProposalState.Executing && p.Node == open.Node && (p.DueAt is { } due ? due <= now : p.Node != node)
                ? new ProposalChange(p with { Node = node, DueAt = null }, ProposalChange.System, "looked_up")
                : null,
            cancellationToken);
        return claimed is { Changed: true } ? await LookUpAsync(claimed.Value.Kept) : claimed?.Kept;
    }

    private ProposalChange? Begin(KeptProposal proposal, string node)
    {
        var now = time.GetUtcNow();
        if (proposal.State != ProposalState.Approved || proposal.DueAt > now)
        {
            return null;
        }

        return now >= proposal.ExpiresAt
            ? new ProposalChange(proposal with { State = ProposalState.Expired, DueAt = null }, ProposalChange.System, "lapsed")
            : new ProposalChange(proposal with { State = ProposalState.Executing, Node = node, Attempts = proposal.Attempts + 1, BeganAt = now, DueAt = null }, ProposalChange.System, "began");
    }

    private async Task<ActionOutcome> AttemptAsync(KeptProposal proposal)
    {
        if (await check.FaultAsync(proposal, CancellationToken.None) is { } fault)
        {
            return new ActionOutcome { Kind = ActionOutcomeKind.NotDone, Summary = fault };
        }

        var order = Order(proposal);
        var permit = new ToolPermit(proposal.Call.Id, proposal.Draft.Tool, proposal.Call.ArgumentsHash(), proposal.RunsAs.Id, proposal.Fingerprint);
        return await GuardedAsync(proposal, token => shelf.Find(proposal.Draft.Tool)!.ExecuteAsync(order, permit, token));
    }

    private async Task<KeptProposal?> LookUpAsync(KeptProposal proposal)
    {
        var tool = shelf.Find(proposal.Draft.Tool);
        var outcome = tool is null
            ? new ActionOutcome { Kind = ActionOutcomeKind.Unknown, Summary = $"The action {proposal.Draft.Tool} is no longer part of this program." }
            : await GuardedAsync(proposal, token => tool.ReconcileAsync(Order(proposal), token));
        var began = proposal.BeganAt ?? proposal.RequestedAt;
        var now = time.GetUtcNow();
        if (now < began + InFlight && (outcome.Kind is ActionOutcomeKind.NotYet or ActionOutcomeKind.Partly))
        {
            // Nothing more is there yet, and something may still arrive.
            outcome = outcome with
            {
                Kind = ActionOutcomeKind.Unknown,
                Summary = outcome.Kind == ActionOutcomeKind.Partly
                    ? $"It was interrupted. {outcome.Summary} It is looked up again shortly, and what is missing then is done."
                    : "The answer of the business system was lost, and nothing of it is to be seen there yet. It is looked up again shortly.",
            };
        }

        return await EndAsync(proposal, outcome, lookedUp: true);
    }

    /// <summary>Asks a tool. It may have done something whatever it throws, so nothing it throws means that nothing was done.</summary>
    private async Task<ActionOutcome> GuardedAsync(KeptProposal proposal, Func<CancellationToken, Task<ActionOutcome>> ask)
    {
        using var late = new CancellationTokenSource(Longest, time);
        try
        {
            return await Task.Run(() => ask(late.Token), CancellationToken.None).WaitAsync(late.Token);
        }
        catch (CopilotException trouble)
        {
            return new ActionOutcome { Kind = ActionOutcomeKind.Unknown, Summary = trouble.Message };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return new ActionOutcome { Kind = ActionOutcomeKind.Unknown, Summary = "The business system took too long, so it is not known yet whether this was done." };
        }
#pragma warning disable CA1031 // Whatever broke, the end must be written; the fault is logged here, once.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.ActionBroke(log, proposal.Draft.Tool, proposal.Reference, fault);
            return new ActionOutcome { Kind = ActionOutcomeKind.Unknown, Summary = $"Something went wrong on our side, so it is not known yet whether this was done (reference {proposal.Reference})." };
        }
    }

    private async Task<KeptProposal?> EndAsync(KeptProposal attempt, ActionOutcome outcome, bool lookedUp = false)
    {
        // Only the end of this very attempt: another node may have looked it up meanwhile.
        var ended = await store.ChangeAsync(
            attempt.Tenant,
            attempt.Id,
            (p, node) => p.State == ProposalState.Executing && p.Attempts == attempt.Attempts && p.Node == node
                ? new ProposalChange(After(p, outcome, lookedUp), ProposalChange.System, "ended") { Ended = outcome }
                : null,
            CancellationToken.None);
        return ended?.Kept;
    }

    /// <summary>What an attempt's end makes of the proposal.</summary>
    private KeptProposal After(KeptProposal proposal, ActionOutcome outcome, bool lookedUp)
    {
        var now = time.GetUtcNow();
        var told = proposal with { Outcome = new ProposalOutcome(outcome.Kind, outcome.Summary, outcome.Steps, now), Undo = outcome.Undo, DueAt = null };
        switch (outcome.Kind)
        {
            case ActionOutcomeKind.Done:
                return told with { State = ProposalState.Done };
            case ActionOutcomeKind.NotYet:
                var again = now + TimeSpan.FromSeconds(15 * Math.Pow(2, proposal.Attempts));
                return proposal.Attempts < MostAttempts && again < proposal.ExpiresAt
                    ? told with { State = ProposalState.Approved, DueAt = lookedUp ? null : again }
                    : told with { State = ProposalState.Failed, Outcome = told.Outcome with { Summary = string.Create(CultureInfo.InvariantCulture, $"{outcome.Summary} It was tried {proposal.Attempts} times; nothing was written. Ask for it again.") } };
            case ActionOutcomeKind.Partly when lookedUp && proposal.Attempts < MostAttempts && now < proposal.ExpiresAt:
                // Interrupted between two steps, not refused: the next attempt finds the ones that are done and does the others.
                return told with { State = ProposalState.Approved };
            case ActionOutcomeKind.Unknown when now < (proposal.BeganAt ?? now) + GivesUpAfter:
                // Seldomer with time: a person may be needed.
                var age = now - (proposal.BeganAt ?? now);
                return told with { DueAt = now + TimeSpan.FromSeconds(Math.Clamp(age.TotalSeconds / 2, 20, 3600)) };
            case ActionOutcomeKind.Unknown:
                return told with { State = ProposalState.Failed, Outcome = told.Outcome with { Summary = $"{outcome.Summary} Whether it was done could not be found out: look for {proposal.Reference} in the business system before asking again." } };
            default:
                return told with { State = ProposalState.Failed };
        }
    }

    private ActionOrder Order(KeptProposal proposal) => new()
    {
        ProposalId = proposal.Id,
        Reference = proposal.Reference,
        Draft = proposal.Draft,
        RunsAs = proposal.RunsAs,
        RequestedBy = proposal.Requester.DisplayName,
        ApprovedBy = [.. proposal.Approvals.Select(a => a.Said.OnBehalfOf is { } absent ? $"{a.Said.By} (for {absent})" : a.Said.By)],
        EvidenceUri = check.AddressOf(proposal),
        Now = time.GetUtcNow(),
    };
}
