using Copilot.Contracts;

namespace Copilot.Governance.Approvals;

/// <inheritdoc cref="IProposalFeed"/>
internal sealed class ProposalFeed(ProposalStore store, ProposalView view) : IProposalFeed
{
    /// <inheritdoc/>
    public Task<long> LatestAsync(CancellationToken cancellationToken) => store.LatestChangeAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProposalNews>> AfterAsync(long number, CancellationToken cancellationToken) => store.ChangedAfterAsync(number, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SeenProposal>> ShowAsync(string tenant, string proposalId, IReadOnlyList<Caller> readers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(readers);
        if (readers.Count == 0 || await store.FindAsync(tenant, proposalId, cancellationToken) is not { } kept)
        {
            return [];
        }

        // One look-up for all of them: who may see it is reckoned from the proposal itself.
        var undone = kept.Undo is not null && await store.UndoneByAsync(tenant, kept.Id, cancellationToken) is not null;
        return [.. readers.Where(reader => view.MaySee(kept, reader)).Select(reader => new SeenProposal(reader, view.For(kept, reader, undone), reader.Id == kept.Requester.Id))];
    }
}
