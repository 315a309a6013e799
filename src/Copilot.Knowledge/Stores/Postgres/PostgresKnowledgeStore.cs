using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>The library on PostgreSQL with pgvector, shared by any number of nodes: words ranked by BM25 over postings of its own, vectors by HNSW.</summary>
internal sealed class PostgresKnowledgeStore : IMirroredStore, IMovedStore, IAsyncDisposable
{
    private const string OpenSql =
        $"""
        select {DocumentTable.Columns}, d.length, n.title, s.since
        from document d left join supersession s on s.collection = d.collection and left(s.older, 500) = left(d.id, 500) and s.older = d.id and s.document <> d.key and s.since <= @day
            left join document n on n.key = s.document
        where {DocumentTable.ById} and {PassageFilterSql.Rights}
        order by s.since limit 1
        """;

    private const string ListSql =
        $"""
        select {DocumentTable.Columns}, d.length, d.chunks,
            (select n.id from supersession s join document n on n.key = s.document
                where s.collection = d.collection and left(s.older, 500) = left(d.id, 500) and s.older = d.id and s.document <> d.key order by s.since limit 1)
        from document d where d.live and (@collection::text is null or d.collection = @collection::text) order by d.collection, d.id
        """;

    // The index knows only how a source begins.
    private const string SourcesSql =
        """
        select source from document where live and collection = @collection and left(source, 500) >= left(@prefix, 500)
            and left(source, 500) < left(@prefix, 500) || chr(1114111) and starts_with(source, @prefix) order by source
        """;

    private const string PartsSql =
        """
        select p.ordinal, p.first, p.text, p.page, p.layout from document d join part p on p.document = d.key
        where d.live and d.collection = @collection and left(d.id, 500) = left(@id, 500) and d.id = @id
            and p.past > @from and p.first < greatest(@to, @from + 1) order by p.ordinal
        """;

    private const string MoveSql =
        $"""
        update document d set source = @to, original = @original::text where {DocumentTable.BySource}
            and not exists (select 1 from document o where o.live and o.collection = @collection and left(o.source, 500) = left(@to, 500) and o.source = @to)
        """;

    private readonly PostgresServer _server;
    private readonly PostgresWords _words;
    private readonly PostgresTerms _terms;
    private readonly PostgresVectors _vectors;
    private readonly PostgresNearest _nearest;
    private readonly PostgresWriterMark _mark;
    private readonly PostgresMirror _mirror;

    /// <summary>Takes the server; it is reached, made and cleared of what dead writers left when it is first used. The store disposes it.</summary>
    /// <param name="server">The library's place.</param>
    /// <param name="time">For how long sizes are remembered.</param>
    /// <param name="few">So many permitted passages are counted rather than looked for by the index.</param>
    public PostgresKnowledgeStore(PostgresServer server, TimeProvider time, long few = PostgresNearest.FewPassages)
    {
        _server = server;
        _words = new PostgresWords(_server);
        _terms = new PostgresTerms(_server);
        _vectors = new PostgresVectors(_server);
        _nearest = new PostgresNearest(_server, time, few);
        _mark = new PostgresWriterMark(_server);
        _mirror = new PostgresMirror(_server);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<DocumentMark>> MarksAsync(string collection, CancellationToken cancellationToken)
        => ListAsync(
            "select source, id, text_hash, label_hash, indexed_label from document where live and collection = @collection",
            r => new DocumentMark(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4)),
            [("collection", collection)],
            cancellationToken);

    /// <inheritdoc/>
    public async Task<StoredDocument?> HeldAsync(string collection, string source, CancellationToken cancellationToken)
        => await ListAsync(
            $"select {DocumentTable.Columns} from document d where {DocumentTable.BySource}",
            DocumentTable.DocumentOf,
            [("collection", collection), ("source", source)],
            cancellationToken) is [var held, ..] ? held : null;

    /// <inheritdoc/>
    public async Task<StoredDocument?> HeldAsync(DocumentKey document, CancellationToken cancellationToken)
        => await ListAsync(
            $"select {DocumentTable.Columns} from document d where {DocumentTable.ById}",
            DocumentTable.DocumentOf,
            [("collection", document.Collection), ("id", document.Id)],
            cancellationToken) is [var held, ..] ? held : null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> SourcesAsync(string collection, string prefix, CancellationToken cancellationToken)
        => ListAsync(SourcesSql, r => r.GetString(0), [("collection", collection), ("prefix", prefix)], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> OriginalsAsync(CancellationToken cancellationToken)
        => ListAsync("select distinct original from document where live and original is not null", r => r.GetString(0), [], cancellationToken);

    /// <inheritdoc/>
    public Task MoveAsync(string collection, string source, string newSource, string? newOriginal, CancellationToken cancellationToken)
        => WriteAsync(
            async s =>
            {
                await s.RunAsync(MoveSql, [("collection", collection), ("source", source), ("to", newSource), ("original", newOriginal)], cancellationToken);
                await DocumentTable.TouchAsync(s, cancellationToken);
            },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IDocumentWriter> BeginAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var writer = await _mark.NumberAsync(cancellationToken);
        var key = await _server.WriteAsync(PostgresTurn.None, s => DocumentTable.BeginAsync(s, document, writer, cancellationToken), cancellationToken);
        return new PostgresDocumentWriter(_server, key, document);
    }

    /// <inheritdoc/>
    public Task RelabelAsync(StoredDocument document, CancellationToken cancellationToken)
        => WriteAsync(s => DocumentTable.RelabelAsync(s, document, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(string collection, string source, CancellationToken cancellationToken)
        => WriteAsync(s => DocumentTable.RemoveAsync(s, collection, source, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Candidate>> SearchAsync(StoreQuery query, CancellationToken cancellationToken) => _words.SearchAsync(query, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Excluded>> ExcludedAsync(StoreQuery query, CancellationToken cancellationToken) => _words.ExcludedAsync(query, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Candidate>> ChunksAsync(PassageFilter? filter, DocumentKey document, int first, int last, CancellationToken cancellationToken)
        => _server.AskAsync(s => PassageTable.BetweenAsync(s, filter, document, first, last, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<OpenedDocument?> OpenAsync(Reader reader, DocumentKey document, DateOnly day, CancellationToken cancellationToken)
    {
        var filter = new PassageFilter { Reader = reader, Day = day, Collection = document.Collection };
        return await ListAsync(
            OpenSql,
            r => new OpenedDocument(
                DocumentTable.DocumentOf(r),
                r.GetInt32(DocumentTable.ColumnCount),
                r.Text(DocumentTable.ColumnCount + 1),
                r.Day(DocumentTable.ColumnCount + 2) is { } since && since > DateOnly.MinValue ? since : null),
            [.. PassageFilterSql.Values(filter).Where(v => v.Name is "names" or "companies" or "day" or "collection"), ("id", document.Id)],
            cancellationToken) is [var opened, ..] ? opened : null;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredPart>> PartsAsync(DocumentKey document, int from, int to, CancellationToken cancellationToken)
        => ListAsync(
            PartsSql,
            r => new StoredPart(r.GetInt32(0), r.GetInt32(1), r.GetString(2), r.Number(3), r.Text(4) is { } layout ? LayoutText.Read(layout) : null),
            [("collection", document.Collection), ("id", document.Id), ("from", (long)from), ("to", (long)to)],
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ListedDocument>> ListAsync(string? collection, CancellationToken cancellationToken)
        => ListAsync(
            ListSql,
            r => new ListedDocument(DocumentTable.DocumentOf(r), r.GetInt32(DocumentTable.ColumnCount), r.GetInt32(DocumentTable.ColumnCount + 1), r.Text(DocumentTable.ColumnCount + 2)),
            [("collection", collection)],
            cancellationToken);

    /// <inheritdoc/>
    public Task<TermCounts> CountsAsync(IReadOnlyCollection<string> stems, CancellationToken cancellationToken)
        => _server.AskAsync(async s => (await PostgresTerms.CountsAsync(s, stems, cancellationToken)).Counts, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnownWord>> VocabularyAsync(CancellationToken cancellationToken) => _terms.VocabularyAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LanguagesAsync(CancellationToken cancellationToken) => _terms.LanguagesAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<EmbeddingSpace>> SpacesAsync(CancellationToken cancellationToken) => _vectors.SpacesAsync(cancellationToken);

    /// <inheritdoc/>
    public Task OpenSpaceAsync(EmbeddingSpace space, CancellationToken cancellationToken) => _vectors.OpenSpaceAsync(space, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChunkToEmbed>> UnembeddedAsync(string space, int limit, CancellationToken cancellationToken) => _vectors.UnembeddedAsync(space, limit, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<string> StemsAsync(CancellationToken cancellationToken) => _vectors.StemsAsync(cancellationToken);

    /// <inheritdoc/>
    public Task SaveVectorsAsync(string space, IReadOnlyList<KeyValuePair<long, float[]>> vectors, CancellationToken cancellationToken)
        => _vectors.SaveVectorsAsync(space, vectors, cancellationToken);

    /// <inheritdoc/>
    public Task SwitchToAsync(string space, CancellationToken cancellationToken) => _vectors.SwitchToAsync(space, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Candidate>> NearestAsync(VectorQuery query, CancellationToken cancellationToken) => _nearest.FindAsync(query, cancellationToken);

    /// <inheritdoc/>
    public Task<long?> FirstKeyAsync(DocumentKey document, CancellationToken cancellationToken) => new PostgresMoved(_server).FirstKeyAsync(document, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Chunk>> MovedChunksAsync(long first, int count, CancellationToken cancellationToken) => new PostgresMoved(_server).MovedChunksAsync(first, count, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeyValuePair<long, float[]>>> MovedVectorsAsync(string space, long first, int count, CancellationToken cancellationToken)
        => new PostgresMoved(_server).MovedVectorsAsync(space, first, count, cancellationToken);

    /// <inheritdoc/>
    public Task BeginMirrorAsync(CancellationToken cancellationToken) => _mirror.BeginAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<MirrorState> MirrorStateAsync(CancellationToken cancellationToken) => _mirror.StateAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellationToken) => _mirror.TakeTurnAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<StalePassages> StaleAsync(int limit, CancellationToken cancellationToken) => _mirror.StaleAsync(limit, cancellationToken);

    /// <inheritdoc/>
    public Task SettleAsync(IReadOnlyList<StalePassage> passages, CancellationToken cancellationToken) => _mirror.SettleAsync(passages, cancellationToken);

    /// <inheritdoc/>
    public Task MarkStaleAsync(IReadOnlyList<long>? keys, CancellationToken cancellationToken) => _mirror.MarkStaleAsync(keys, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, Candidate>> CandidatesAsync(PassageFilter filter, IReadOnlyList<long> keys, CancellationToken cancellationToken)
        => _mirror.CandidatesAsync(filter, keys, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _mirror.DisposeAsync();
        await _mark.DisposeAsync();
        await _server.DisposeAsync();
    }

    private Task<IReadOnlyList<T>> ListAsync<T>(string sql, Func<Npgsql.NpgsqlDataReader, T> read, (string Name, object? Value)[] values, CancellationToken cancellationToken)
        => _server.AskAsync<IReadOnlyList<T>>(async s => await s.RowsAsync(sql, read, values, cancellationToken), cancellationToken);

    private Task<bool> WriteAsync(Func<PostgresSession, Task> work, CancellationToken cancellationToken)
        => _server.WriteAsync(
            PostgresTurn.Library,
            async s =>
            {
                await work(s);
                return true;
            },
            cancellationToken);
}
