using Copilot.Contracts;
using Microsoft.Extensions.Logging;

namespace Copilot.Governance.Approvals;

/// <summary>Looks after proposals that nobody is busy with: lets lapse whose time is over, runs what is approved and due, and finds out what became of executions without an end. Called by Host at start and again and again; on several nodes at once.</summary>
public sealed class ProposalCare
{
    private readonly ProposalStore store;
    private readonly ActionRunner runner;
    private readonly TimeProvider time;
    private readonly ILogger<ProposalCare> log;

    internal ProposalCare(ProposalStore store, ActionRunner runner, TimeProvider time, ILogger<ProposalCare> log)
    {
        this.store = store;
        this.runner = runner;
        this.time = time;
        this.log = log;
    }

    /// <summary>Looks once.</summary>
    /// <param name="cancellationToken">Stops before the next proposal; one that runs is brought to its end.</param>
    /// <returns>How many proposals were looked after.</returns>
    public async Task<int> TendAsync(CancellationToken cancellationToken)
    {
        var open = await store.OpenAsync(cancellationToken);
        foreach (var proposal in open)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await TendAsync(proposal, cancellationToken);
            }
#pragma warning disable CA1031 // One proposal that can't be read must not stop the others; it is logged, and tried again.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.ProposalBroke(log, proposal.Id, fault);
            }
        }

        return open.Count;
    }

    private async Task TendAsync(OpenProposal open, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (open.State == ProposalState.Proposed)
        {
            await store.ChangeAsync(open.Tenant, open.Id, (p, _) => ApprovalDesk.Lapsed(p, now), cancellationToken);
        }
        else if (open.State == ProposalState.Approved)
        {
            await runner.RunAsync(open.Tenant, open.Id, cancellationToken);
        }
        else if (await runner.ReconcileAsync(open, cancellationToken) is { State: ProposalState.Approved, DueAt: null })
        {
            await runner.RunAsync(open.Tenant, open.Id, cancellationToken);
        }
    }
}
