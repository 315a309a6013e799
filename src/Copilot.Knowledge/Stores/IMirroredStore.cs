namespace Copilot.Knowledge.Stores;

/// <summary>
/// A store that can be searched in an index outside it. The store is the truth: whatever changes for a passage is noted in the transaction that changes it,
/// by whatever process, and the note stays until the index holds the change. So a death between the two heals itself.
/// </summary>
internal interface IMirroredStore : IKnowledgeStore
{
    /// <summary>Begins to note changes, and notes all passages the first time; does nothing when asked again.</summary>
    Task BeginMirrorAsync(CancellationToken cancellationToken);

    /// <summary>Gets what an index must know before it is asked.</summary>
    Task<MirrorState> MirrorStateAsync(CancellationToken cancellationToken);

    /// <summary>Takes the turn to bring passages to the index: of all processes one at a time has it, until it gives it back or dies.</summary>
    /// <returns>What gives the turn back when it is disposed; null while another has it.</returns>
    Task<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellationToken);

    /// <summary>Gets passages that the index does not hold as they are, the longest waiting first, in one consistent state of the store.</summary>
    Task<StalePassages> StaleAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Strikes notes of what the index holds by now; what changed in between stays noted, and what another settled in between is noted once more, since it may have been overwritten with what is older.</summary>
    Task SettleAsync(IReadOnlyList<StalePassage> passages, CancellationToken cancellationToken);

    /// <summary>Notes passages, or all there are, as not held by the index, with their text and vectors.</summary>
    /// <param name="keys">Their keys, gone or not; null for all.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task MarkStaleAsync(IReadOnlyList<long>? keys, CancellationToken cancellationToken);

    /// <summary>Gets passages by key, but only those that a filter lets through now: what an index gave is never shown without asking the store.</summary>
    Task<IReadOnlyDictionary<long, Candidate>> CandidatesAsync(PassageFilter filter, IReadOnlyList<long> keys, CancellationToken cancellationToken);
}
