using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>The embedded store: one file, words ranked by FTS5's BM25, vectors scanned.</summary>
internal sealed class SqliteKnowledgeStore : IMirroredStore, IMovedStore, IDisposable
{
    private const string OpenSql =
        $"""
        select {DocumentRows.Columns}, d.length, n.title, s.since
        from document d left join supersession s on s.collection = d.collection and s.older = d.id and s.document <> d.key and s.since <= $day
            left join document n on n.key = s.document
        where d.live and d.id = $id and d.collection = $collection and {KnowledgeSchema.RightsFilter}
        order by s.since limit 1
        """;

    private const string ListSql =
        $"""
        select {DocumentRows.Columns}, d.length, d.chunks,
            (select n.id from supersession s join document n on n.key = s.document
                where s.collection = d.collection and s.older = d.id and s.document <> d.key order by s.since limit 1)
        from document d where d.live and {KnowledgeSchema.CollectionFilter} order by d.collection, d.id
        """;

    private readonly SqliteFile _file;
    private readonly SqliteTerms _terms = new();
    private readonly KnownWords _knownWords = new();
    private readonly PermittedCache _permitted = new();
    private readonly SqliteWords _words;
    private readonly SqliteVectors _vectors;
    private readonly SqliteMirror _mirror;
    private readonly Lazy<WriterMark> _mark;

    /// <summary>Opens or creates the file, and removes what writers that died left in it.</summary>
    /// <param name="path">Where it is, on a disk of this machine.</param>
    /// <param name="limits">From which sizes on it takes shorter ways, or null for the usual ones.</param>
    public SqliteKnowledgeStore(string path, SqliteLimits? limits = null)
    {
        limits ??= new SqliteLimits();
        _file = new SqliteFile(path, KnowledgeSchema.Sql, KnowledgeSchema.Version, DocumentRows.Sweep);
        _words = new SqliteWords(_terms, _permitted, limits);
        _vectors = new SqliteVectors(_file, _permitted, limits);
        _mirror = new SqliteMirror(_file, _permitted);
        _mark = new Lazy<WriterMark>(() => WriterMark.Take(_file.Path));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<DocumentMark>> MarksAsync(string collection, CancellationToken cancellationToken)
        => _file.ReadAsync(
            s => s.Rows(
                "select source, id, text_hash, label_hash, indexed_label from document where live and collection = $collection",
                r => new DocumentMark(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4)),
                ("$collection", collection)),
            cancellationToken);

    /// <inheritdoc/>
    public Task<StoredDocument?> HeldAsync(string collection, string source, CancellationToken cancellationToken)
        => _file.ReadAsync(
            c => c.Rows(
                $"select {DocumentRows.Columns} from document d where d.live and d.collection = $collection and d.source = $source",
                DocumentRows.DocumentOf,
                ("$collection", collection),
                ("$source", source)) is [var held] ? held : null,
            cancellationToken);

    /// <inheritdoc/>
    public Task<StoredDocument?> HeldAsync(DocumentKey document, CancellationToken cancellationToken)
        => _file.ReadAsync(
            c => c.Rows(
                $"select {DocumentRows.Columns} from document d where d.live and d.collection = $collection and d.id = $id",
                DocumentRows.DocumentOf,
                ("$collection", document.Collection),
                ("$id", document.Id)) is [var held] ? held : null,
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> SourcesAsync(string collection, string prefix, CancellationToken cancellationToken)
        => _file.ReadAsync(
            c => c.Rows(
                "select source from document where live and collection = $collection and source >= $prefix and source < $prefix || char(1114111) order by source",
                r => r.GetString(0),
                ("$collection", collection),
                ("$prefix", prefix)),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> OriginalsAsync(CancellationToken cancellationToken)
        => _file.ReadAsync(c => c.Rows("select distinct original from document where live and original is not null", r => r.GetString(0)), cancellationToken);

    /// <inheritdoc/>
    public Task MoveAsync(string collection, string source, string newSource, string? newOriginal, CancellationToken cancellationToken)
        => _file.WriteAsync(
            c =>
            {
                c.Run(
                    """
                    update document set source = $to, original = $original where live and collection = $collection and source = $source
                        and not exists (select 1 from document o where o.live and o.collection = $collection and o.source = $to)
                    """,
                    ("$collection", collection),
                    ("$source", source),
                    ("$to", newSource),
                    ("$original", newOriginal));
                DocumentRows.Touch(c);
            },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IDocumentWriter> BeginAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        var key = 0L;
        await _file.WriteAsync(s => key = DocumentRows.Begin(s, document, _mark.Value.Name), cancellationToken);
        return new SqliteDocumentWriter(_file, _knownWords, key, document);
    }

    /// <inheritdoc/>
    public Task RelabelAsync(StoredDocument document, CancellationToken cancellationToken)
        => WriteAsync(s => DocumentRows.Relabel(s, document), cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(string collection, string source, CancellationToken cancellationToken)
        => WriteAsync(s => DocumentRows.Remove(s, collection, source), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Candidate>> SearchAsync(StoreQuery query, CancellationToken cancellationToken)
        => _file.ReadAsync(s => _words.Search(s, query), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Excluded>> ExcludedAsync(StoreQuery query, CancellationToken cancellationToken)
        => _file.ReadAsync(s => SqliteWords.Excluded(s, query), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Candidate>> ChunksAsync(PassageFilter? filter, DocumentKey document, int first, int last, CancellationToken cancellationToken)
        => _file.ReadAsync<IReadOnlyList<Candidate>>(
            s => KeyOf(s, document) is { } key && (filter is null || _permitted.Of(s, filter).Contains(key)) ? PassageRows.Between(s, key, first, last) : [],
            cancellationToken);

    /// <inheritdoc/>
    public Task<OpenedDocument?> OpenAsync(Reader reader, DocumentKey document, DateOnly day, CancellationToken cancellationToken)
        => _file.ReadAsync(
            s => s.Rows(
                OpenSql,
                r => new OpenedDocument(
                    DocumentRows.DocumentOf(r),
                    r.GetInt32(DocumentRows.ColumnCount),
                    r.Text(DocumentRows.ColumnCount + 1),
                    DocumentRows.Day(r.Text(DocumentRows.ColumnCount + 2)) is { } since && since > DateOnly.MinValue ? since : null),
                [("$id", document.Id), .. PermittedCache.Values(new PassageFilter { Reader = reader, Day = day, Collection = document.Collection })]) is [var opened, ..] ? opened : null,
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredPart>> PartsAsync(DocumentKey document, int from, int to, CancellationToken cancellationToken)
        => _file.ReadAsync<IReadOnlyList<StoredPart>>(
            s => KeyOf(s, document) is { } key
                ? s.Rows(
                    "select ordinal, start, text, page, layout from part where document = $document and end > $from and start < max($to, $from + 1) order by ordinal",
                    r => new StoredPart(r.GetInt32(0), r.GetInt32(1), r.GetString(2), r.Number(3), r.Text(4) is { } layout ? LayoutText.Read(layout) : null),
                    ("$document", key),
                    ("$from", (long)from),
                    ("$to", (long)to))
                : [],
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ListedDocument>> ListAsync(string? collection, CancellationToken cancellationToken)
        => _file.ReadAsync(
            s => s.Rows(
                ListSql,
                r => new ListedDocument(DocumentRows.DocumentOf(r), r.GetInt32(DocumentRows.ColumnCount), r.GetInt32(DocumentRows.ColumnCount + 1), r.Text(DocumentRows.ColumnCount + 2)),
                ("$collection", collection)),
            cancellationToken);

    /// <inheritdoc/>
    public Task<TermCounts> CountsAsync(IReadOnlyCollection<string> stems, CancellationToken cancellationToken)
        => _file.ReadAsync(s => _terms.Counts(s, stems), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnownWord>> VocabularyAsync(CancellationToken cancellationToken) => _file.ReadAsync(_terms.Vocabulary, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LanguagesAsync(CancellationToken cancellationToken) => _file.ReadAsync(_terms.Languages, cancellationToken);

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
    public Task<IReadOnlyList<Candidate>> NearestAsync(VectorQuery query, CancellationToken cancellationToken) => _vectors.NearestAsync(query, cancellationToken);

    /// <inheritdoc/>
    public Task<long?> FirstKeyAsync(DocumentKey document, CancellationToken cancellationToken) => new SqliteMoved(_file).FirstKeyAsync(document, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Chunk>> MovedChunksAsync(long first, int count, CancellationToken cancellationToken) => new SqliteMoved(_file).MovedChunksAsync(first, count, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeyValuePair<long, float[]>>> MovedVectorsAsync(string space, long first, int count, CancellationToken cancellationToken)
        => new SqliteMoved(_file).MovedVectorsAsync(space, first, count, cancellationToken);

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
    public void Dispose()
    {
        _file.Dispose();
        _vectors.Dispose();
        if (_mark.IsValueCreated)
        {
            _mark.Value.Dispose();
        }
    }

    private static long? KeyOf(SqliteSession session, DocumentKey document)
        => session.ScalarOrNull("select key from document where live and collection = $collection and id = $id", ("$collection", document.Collection), ("$id", document.Id));

    private Task WriteAsync(Action<SqliteSession> work, CancellationToken cancellationToken)
        => _file.WriteAsync(
            s =>
            {
                work(s);
                DocumentRows.Touch(s);
            },
            cancellationToken);
}
