using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Qdrant;

namespace Copilot.Knowledge;

/// <summary>The index outside the store in which the library is searched, when there is one.</summary>
public sealed class SearchIndex
{
    private readonly QdrantKnowledgeStore? _store;

    internal SearchIndex(IKnowledgeStore store) => _store = store as QdrantKnowledgeStore;

    /// <summary>Brings to the index all that is waiting, and says how it stands.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The state.</returns>
    public Task<SearchIndexState> TendAsync(CancellationToken cancellationToken)
        => _store?.TendAsync(cancellationToken) ?? Task.FromResult(new SearchIndexState(false, "searched in the store itself"));

    /// <summary>Says how the index stands, without asking it; null when there is none.</summary>
    internal async Task<string?> StandingAsync(CancellationToken cancellationToken) => _store is null ? null : (await _store.StandingAsync(cancellationToken)).Text;
}
