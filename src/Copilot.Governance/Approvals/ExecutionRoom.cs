using Copilot.Contracts;

namespace Copilot.Governance.Approvals;

/// <summary>Lets executions go on by themselves: whoever started one waits a while and leaves with what is known then.</summary>
internal sealed class ExecutionRoom(ActionRunner runner, ProposalView view, ProposalStore store, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Gets how proposals are shown.</summary>
    public ProposalView View => view;

    /// <summary>Runs an approved proposal.</summary>
    /// <param name="approved">The proposal.</param>
    /// <param name="cancellationToken">Ends the wait, not the execution.</param>
    /// <returns>The proposal as it stands when the wait is over.</returns>
    public async Task<KeptProposal> RunAsync(KeptProposal approved, CancellationToken cancellationToken)
    {
        var running = Task.Run(() => runner.RunAsync(approved.Tenant, approved.Id, CancellationToken.None), CancellationToken.None);
        try
        {
            return await running.WaitAsync(Patience, time, cancellationToken) ?? approved;
        }
        catch (Exception e) when (e is TimeoutException || (e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return await store.FindAsync(approved.Tenant, approved.Id, CancellationToken.None) ?? approved;
        }
    }
}
