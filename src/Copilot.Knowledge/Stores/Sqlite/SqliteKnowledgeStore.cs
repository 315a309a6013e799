using System.Text.Json;
using Copilot.Contracts;
using Microsoft.Data.Sqlite;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>The embedded store: one file, ranked by FTS5's BM25.</summary>
internal sealed class SqliteKnowledgeStore : IKnowledgeStore, IDisposable
{
    // Weights of title, headings, about, body, codes: a title says more than a sentence, a code that was asked for most of all.
    private const string Bm25 = "bm25(chunk_fts, 2.0, 2.0, 1.5, 1.0, 3.0)";

    /// <summary>What <see cref="CandidateOf"/> reads.</summary>
    internal const string CandidateColumns =
        """
        d.id, d.collection, d.title, d.revision, d.kind, d.valid_from, d.valid_to, d.label, k.ordinal, k.headings, k.start, k.end, k.text, k.lead,
            chunk_fts.title, chunk_fts.headings, chunk_fts.about, chunk_fts.body, chunk_fts.codes, k.page, k.box, k.marks, d.language, d.gate_model, d.gate_id
        """;

    /// <summary>The tables they come from.</summary>
    internal const string CandidateTables = "chunk_fts join chunk k on k.key = chunk_fts.rowid join document d on d.key = k.document";

    private static readonly string[] FilterNames = ["reader", "company", "not valid on the day", "superseded"];

    private readonly SqliteFile _file;
    private readonly SqliteVectors _vectors;
    private Vocabulary? _vocabulary;

    /// <summary>Opens or creates the file.</summary>
    /// <param name="path">Where it is.</param>
    public SqliteKnowledgeStore(string path)
    {
        _file = new SqliteFile(path, KnowledgeSchema.Sql, KnowledgeSchema.Version);
        _vectors = new SqliteVectors(_file);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<DocumentMark>> MarksAsync(string collection, CancellationToken cancellationToken)
        => _file.ReadAsync(
            c => c.Rows(
                "select source, id, text_hash, label_hash, indexed_label from document where live and collection = $collection",
                r => new DocumentMark(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4)),
                ("$collection", collection)),
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IDocumentWriter> BeginAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        var key = 0L;
        await _file.WriteAsync(c => key = DocumentRows.Begin(c, document), cancellationToken);
        return new SqliteDocumentWriter(_file, key, document);
    }

    /// <inheritdoc/>
    public Task RelabelAsync(StoredDocument document, CancellationToken cancellationToken)
        => _file.WriteAsync(
            c =>
            {
                DocumentRows.Relabel(c, document);
                DocumentRows.Touch(c);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(string collection, string source, CancellationToken cancellationToken)
        => _file.WriteAsync(
            c =>
            {
                DocumentRows.Remove(c, collection, source);
                DocumentRows.Touch(c);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Candidate>> SearchAsync(StoreQuery query, CancellationToken cancellationToken)
        => MatchOf(query) is not { } match
            ? Task.FromResult<IReadOnlyList<Candidate>>([])
            : _file.ReadAsync(
                c => c.Rows(
                    $"""
                    select {CandidateColumns}, {Bm25} as score from {CandidateTables}
                    where chunk_fts match $match and {KnowledgeSchema.Filters}
                    order by score, d.id, k.ordinal limit $limit
                    """,
                    r => CandidateOf(r) with { Bm25 = -r.GetDouble(25) },
                    [("$match", match), ("$limit", query.Limit), .. FilterValues(query.Filter)]),
                cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Excluded>> ExcludedAsync(StoreQuery query, CancellationToken cancellationToken)
        => MatchOf(query) is not { } match
            ? Task.FromResult<IReadOnlyList<Excluded>>([])
            : _file.ReadAsync(
                c => c.Rows(
                    $"""
                    select d.id, d.collection, {KnowledgeSchema.ReaderFilter}, {KnowledgeSchema.CompanyFilter}, {KnowledgeSchema.DayFilter},
                        {KnowledgeSchema.SupersededFilter}
                    from document d where d.live and {KnowledgeSchema.CollectionFilter} and {KnowledgeSchema.ChoiceFilter} and not ({KnowledgeSchema.Filters}) and d.key in
                        (select k.document from chunk_fts join chunk k on k.key = chunk_fts.rowid where chunk_fts match $match)
                    order by d.id
                    """,
                    r => new Excluded(r.GetString(0), r.GetString(1), [.. FilterNames.Where((_, i) => !r.GetBoolean(i + 2))]),
                    [("$match", match), .. FilterValues(query.Filter)]),
                cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Candidate>> ChunksAsync(PassageFilter filter, DocumentKey document, int first, int last, CancellationToken cancellationToken)
        => _file.ReadAsync(
            c => c.Rows(
                $"""
                select {CandidateColumns} from {CandidateTables}
                where d.id = $id and d.collection = $in and k.ordinal between $first and $last and {KnowledgeSchema.Filters} order by k.ordinal
                """,
                CandidateOf,
                [("$id", document.Id), ("$in", document.Collection), ("$first", first), ("$last", last), .. FilterValues(filter)]),
            cancellationToken);

    /// <inheritdoc/>
    public Task<OpenedDocument?> OpenAsync(Reader reader, DocumentKey document, DateOnly day, CancellationToken cancellationToken)
        => _file.ReadAsync(
            c => c.Rows(
                $"""
                select {DocumentRows.Columns}, d.length, n.title, s.since
                from document d left join supersession s on s.collection = d.collection and s.older = d.id and s.since <= $day
                    left join document n on n.key = s.document
                where d.live and d.id = $id and {KnowledgeSchema.CollectionFilter} and {KnowledgeSchema.ReaderFilter} and {KnowledgeSchema.CompanyFilter}
                order by s.since limit 1
                """,
                r => new OpenedDocument(
                    DocumentRows.DocumentOf(r),
                    r.GetInt32(DocumentRows.ColumnCount),
                    r.Text(DocumentRows.ColumnCount + 1),
                    DocumentRows.Day(r.Text(DocumentRows.ColumnCount + 2)) is { } since && since > DateOnly.MinValue ? since : null),
                [("$id", document.Id), .. FilterValues(new PassageFilter { Reader = reader, Day = day, Collection = document.Collection })]) is [var opened, ..] ? opened : null,
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredPart>> PartsAsync(DocumentKey document, int from, int to, CancellationToken cancellationToken)
        => _file.ReadAsync(
            c => c.Rows(
                """
                select p.ordinal, p.start, p.text, p.page, p.layout from part p join document d on d.key = p.document
                where d.live and d.collection = $in and d.id = $id and p.end >= $from and p.start <= $to order by p.ordinal
                """,
                r => new StoredPart(r.GetInt32(0), r.GetInt32(1), r.GetString(2), r.IsDBNull(3) ? null : r.GetInt32(3), r.Text(4) is { } layout ? LayoutText.Read(layout) : null),
                ("$in", document.Collection),
                ("$id", document.Id),
                ("$from", from),
                ("$to", to)),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ListedDocument>> ListAsync(string? collection, CancellationToken cancellationToken)
        => _file.ReadAsync(
            c => c.Rows(
                $"""
                select {DocumentRows.Columns}, d.length, (select count(*) from chunk k where k.document = d.key),
                    (select n.id from supersession s join document n on n.key = s.document where s.collection = d.collection and s.older = d.id order by s.since limit 1)
                from document d where d.live and {KnowledgeSchema.CollectionFilter} order by d.collection, d.id
                """,
                r => new ListedDocument(DocumentRows.DocumentOf(r), r.GetInt32(DocumentRows.ColumnCount), r.GetInt32(DocumentRows.ColumnCount + 1), r.Text(DocumentRows.ColumnCount + 2)),
                ("$collection", collection)),
            cancellationToken);

    /// <inheritdoc/>
    public Task<TermCounts> CountsAsync(IReadOnlyCollection<string> stems, CancellationToken cancellationToken)
        => _file.ReadAsync(
            c => new TermCounts(
                (int)c.Scalar("select count(*) from chunk"),
                c.Scalar("select coalesce(sum(words), 0) from chunk"),
                stems.Distinct(StringComparer.Ordinal).ToDictionary(
                    s => s,
                    s => (int)c.Scalar("select coalesce((select doc from chunk_words where term = $term), 0)", ("$term", s)),
                    StringComparer.Ordinal)),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnownWord>> VocabularyAsync(CancellationToken cancellationToken)
        => _file.ReadAsync(
            c =>
            {
                var generation = c.Scalar("select number from generation");
                var known = _vocabulary;
                if (known?.Generation != generation)
                {
                    var holders = c.Rows("select term, doc from chunk_words", r => KeyValuePair.Create(r.GetString(0), r.GetInt32(1)))
                        .ToDictionary(StringComparer.Ordinal);
                    var words = c.Rows("select text, stem from word", r => new KnownWord(r.GetString(0), r.GetString(1), holders.GetValueOrDefault(r.GetString(1))));
                    _vocabulary = known = new Vocabulary(generation, [.. words.Where(w => w.Chunks > 0)]);
                }

                return known.Words;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LanguagesAsync(CancellationToken cancellationToken)
        => _file.ReadAsync(
            c => c.Rows(
                "select d.language from document d join chunk k on k.document = d.key where d.live group by d.language order by count(*) desc, d.language",
                r => r.GetString(0)),
            cancellationToken);

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
    public void Dispose() => _file.Dispose();

    private static string? MatchOf(StoreQuery query)
    {
        var terms = query.Stems.Distinct(StringComparer.Ordinal).Select(t => $"{{title headings about body}} : {Quoted(t)}")
            .Concat(query.Codes.Distinct(StringComparer.Ordinal).Select(t => $"codes : {Quoted(t)}"));
        var match = string.Join(" OR ", terms);
        return match.Length == 0 ? null : match;
    }

    private static string Quoted(string term) => "\"" + term.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    internal static (string Name, object? Value)[] FilterValues(PassageFilter filter)
        =>
        [
            ("$roles", JsonSerializer.Serialize(filter.Reader.Names)),
            ("$companies", JsonSerializer.Serialize(filter.Reader.Companies)),
            ("$day", DocumentRows.Iso(filter.Day)),
            ("$collection", filter.Collection),
            ("$only", filter.Only is { } only ? Keys(only) : null),
            ("$except", Keys(filter.Except)),
        ];

    private static string Keys(IReadOnlyList<DocumentKey> documents) => JsonSerializer.Serialize(documents.Select(d => new[] { d.Collection, d.Id }));

    internal static Candidate CandidateOf(SqliteDataReader row)
    {
        var label = DocumentRows.Label(row.GetString(7));
        return new Candidate
        {
            DocumentId = row.GetString(0),
            Collection = row.GetString(1),
            Title = row.GetString(2),
            Revision = row.Text(3),
            Kind = row.Text(4),
            ValidFrom = DocumentRows.Day(row.Text(5)),
            ValidTo = DocumentRows.Day(row.Text(6)),
            About = label.About,
            Companies = label.Companies,
            Ordinal = row.GetInt32(8),
            HeadingPath = JsonSerializer.Deserialize<List<string>>(row.GetString(9))!,
            Start = row.GetInt32(10),
            End = row.GetInt32(11),
            Text = row.GetString(12),
            Lead = row.GetString(13),
            ContextStems = $"{row.GetString(14)} {row.GetString(15)} {row.GetString(16)}",
            BodyStems = row.GetString(17),
            Codes = row.GetString(18),
            Page = row.IsDBNull(19) ? null : row.GetInt32(19),
            Box = row.Text(20) is { } box ? JsonSerializer.Deserialize<double[]>(box) : null,
            Marks = (BlockMark)row.GetInt32(21),
            Language = row.GetString(22),
            Gate = row.Text(23) is { } model ? new RecordRef(model, row.GetInt32(24)) : null,
        };
    }

    private sealed record Vocabulary(long Generation, IReadOnlyList<KnownWord> Words);
}
