using Copilot.Knowledge.Ingestion.Chunking;
using Microsoft.Extensions.Logging;

namespace Copilot.Knowledge.Stores.Qdrant;

/// <summary>
/// A store that is searched in Qdrant. Everything is kept in the store below, which is the truth and answers whenever Qdrant does not or is behind; so nothing is lost, hidden or shown
/// because of Qdrant.
/// </summary>
internal sealed class QdrantKnowledgeStore : IKnowledgeStore, IMovedStore, IAsyncDisposable, IDisposable
{
    private readonly IMirroredStore _store;
    private readonly QdrantClient _client;
    private readonly QdrantCollections _collections;
    private readonly QdrantMirror _mirror;
    private readonly QdrantLegs _legs;

    /// <summary>Takes the store below, which is closed with this one; asks nothing yet.</summary>
    public QdrantKnowledgeStore(IMirroredStore store, QdrantOptions options, TimeProvider time, ILogger logger)
    {
        _store = store;
        _client = new QdrantClient(options, time);
        _collections = new QdrantCollections(store, _client, options);
        _mirror = new QdrantMirror(store, _client, _collections, time, logger);
        _legs = new QdrantLegs(store, _client, _collections, _mirror, options);
    }

    /// <summary>Brings to Qdrant all that is waiting, and says how it stands.</summary>
    public async Task<SearchIndexState> TendAsync(CancellationToken cancellationToken)
    {
        await _mirror.CatchUpAsync(evenResting: true, cancellationToken);
        return await StandingAsync(cancellationToken);
    }

    /// <summary>Says how it stands, without asking Qdrant.</summary>
    public async Task<SearchIndexState> StandingAsync(CancellationToken cancellationToken)
        => _mirror.Fault is { } fault ? new SearchIndexState(false, $"searched in the store itself: {fault}")
            : await _mirror.IsInStepAsync(cancellationToken) ? new SearchIndexState(true, $"searched in Qdrant {_collections.Version?.Number}")
            : new SearchIndexState(false, "searched in the store itself: what changed is still being brought to Qdrant");

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Candidate>> SearchAsync(StoreQuery query, CancellationToken cancellationToken)
        => IsEmpty(query.Filter, query.Limit, cancellationToken) ? [] : await _legs.SearchAsync(query, cancellationToken) ?? await _store.SearchAsync(query, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Candidate>> NearestAsync(VectorQuery query, CancellationToken cancellationToken)
        => IsEmpty(query.Filter, query.Limit, cancellationToken) ? [] : await _legs.NearestAsync(query, cancellationToken) ?? await _store.NearestAsync(query, cancellationToken);

    /// <inheritdoc/>
    public async Task<IDocumentWriter> BeginAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        await _mirror.BeginAsync(cancellationToken);
        return new QdrantDocumentWriter(await _store.BeginAsync(document, cancellationToken), ChangedAsync);
    }

    /// <inheritdoc/>
    public Task RelabelAsync(StoredDocument document, CancellationToken cancellationToken) => ChangeAsync(() => _store.RelabelAsync(document, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(string collection, string source, CancellationToken cancellationToken)
        => ChangeAsync(() => _store.RemoveAsync(collection, source, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task OpenSpaceAsync(EmbeddingSpace space, CancellationToken cancellationToken) => ChangeAsync(() => _store.OpenSpaceAsync(space, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task SaveVectorsAsync(string space, IReadOnlyList<KeyValuePair<long, float[]>> vectors, CancellationToken cancellationToken)
        => ChangeAsync(() => _store.SaveVectorsAsync(space, vectors, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task SwitchToAsync(string space, CancellationToken cancellationToken) => ChangeAsync(() => _store.SwitchToAsync(space, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DocumentMark>> MarksAsync(string collection, CancellationToken cancellationToken) => _store.MarksAsync(collection, cancellationToken);

    /// <inheritdoc/>
    public Task<StoredDocument?> HeldAsync(string collection, string source, CancellationToken cancellationToken) => _store.HeldAsync(collection, source, cancellationToken);

    /// <inheritdoc/>
    public Task<StoredDocument?> HeldAsync(DocumentKey document, CancellationToken cancellationToken) => _store.HeldAsync(document, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> SourcesAsync(string collection, string prefix, CancellationToken cancellationToken) => _store.SourcesAsync(collection, prefix, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> OriginalsAsync(CancellationToken cancellationToken) => _store.OriginalsAsync(cancellationToken);

    /// <inheritdoc/>
    public Task MoveAsync(string collection, string source, string newSource, string? newOriginal, CancellationToken cancellationToken)
        => _store.MoveAsync(collection, source, newSource, newOriginal, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Excluded>> ExcludedAsync(StoreQuery query, CancellationToken cancellationToken) => _store.ExcludedAsync(query, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Candidate>> ChunksAsync(PassageFilter? filter, DocumentKey document, int first, int last, CancellationToken cancellationToken)
        => _store.ChunksAsync(filter, document, first, last, cancellationToken);

    /// <inheritdoc/>
    public Task<OpenedDocument?> OpenAsync(Reader reader, DocumentKey document, DateOnly day, CancellationToken cancellationToken) => _store.OpenAsync(reader, document, day, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredPart>> PartsAsync(DocumentKey document, int from, int to, CancellationToken cancellationToken) => _store.PartsAsync(document, from, to, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ListedDocument>> ListAsync(string? collection, CancellationToken cancellationToken) => _store.ListAsync(collection, cancellationToken);

    /// <inheritdoc/>
    public Task<TermCounts> CountsAsync(IReadOnlyCollection<string> stems, CancellationToken cancellationToken) => _store.CountsAsync(stems, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnownWord>> VocabularyAsync(CancellationToken cancellationToken) => _store.VocabularyAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LanguagesAsync(CancellationToken cancellationToken) => _store.LanguagesAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<EmbeddingSpace>> SpacesAsync(CancellationToken cancellationToken) => _store.SpacesAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChunkToEmbed>> UnembeddedAsync(string space, int limit, CancellationToken cancellationToken) => _store.UnembeddedAsync(space, limit, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<string> StemsAsync(CancellationToken cancellationToken) => _store.StemsAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<long?> FirstKeyAsync(DocumentKey document, CancellationToken cancellationToken) => Moved.FirstKeyAsync(document, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Chunk>> MovedChunksAsync(long first, int count, CancellationToken cancellationToken) => Moved.MovedChunksAsync(first, count, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeyValuePair<long, float[]>>> MovedVectorsAsync(string space, long first, int count, CancellationToken cancellationToken)
        => Moved.MovedVectorsAsync(space, first, count, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        (_store as IDisposable)?.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Close();
        if (_store is IAsyncDisposable patient)
        {
            await patient.DisposeAsync();
        }
        else
        {
            (_store as IDisposable)?.Dispose();
        }
    }

    // Every store that can be mirrored can be moved.
    private IMovedStore Moved => (IMovedStore)_store;

    private void Close()
    {
        _client.Dispose();
        _mirror.Dispose();
    }

    private static bool IsEmpty(PassageFilter filter, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return limit <= 0 || QdrantFilter.IsClosed(filter);
    }

    private async Task ChangeAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        await _mirror.BeginAsync(cancellationToken);
        await change();
        await ChangedAsync(cancellationToken);
    }

    private async Task ChangedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _mirror.CatchUpAsync(evenResting: false, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The change is made and stays noted: it is not taken back because nobody waits for the index any more.
        }
    }
}
