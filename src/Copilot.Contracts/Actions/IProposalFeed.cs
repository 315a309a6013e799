namespace Copilot.Contracts;

/// <summary>
/// Tells what happens to proposals, at whichever node and in whichever channel. A channel that shows proposals asks it now and then and shows what has changed to whoever may see it.
/// Implemented by Governance, used by the channels. Thread-safe.
/// </summary>
public interface IProposalFeed
{
    /// <summary>Gets the number of the latest change; 0 when there is none yet.</summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The number; from it on nothing is missed.</returns>
    Task<long> LatestAsync(CancellationToken cancellationToken);

    /// <summary>Gets the proposals that were made or changed after a change, each once with its latest number, in order.</summary>
    /// <param name="number">The number of the last change that is known.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>At most 200; ask again with the number of the last one.</returns>
    Task<IReadOnlyList<ProposalNews>> AfterAsync(long number, CancellationToken cancellationToken);

    /// <summary>Shows a proposal as it is now to each of several people.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="proposalId">The proposal.</param>
    /// <param name="readers">The people.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>What those see who may see it, in the order of the people; the others are left out.</returns>
    Task<IReadOnlyList<SeenProposal>> ShowAsync(string tenant, string proposalId, IReadOnlyList<Caller> readers, CancellationToken cancellationToken);
}
