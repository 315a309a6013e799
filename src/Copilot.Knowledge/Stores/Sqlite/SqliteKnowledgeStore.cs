using System.Text.Json;
using Copilot.Knowledge.Ingestion.Chunking;
using Microsoft.Data.Sqlite;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>The embedded store: one file, ranked by FTS5's BM25.</summary>
internal sealed class SqliteKnowledgeStore(string path) : IKnowledgeStore, IDisposable
{
    // Weights of title, headings, about, body, codes: a title says more than a sentence, a code that was asked for most of all.
    private const string Bm25 = "bm25(chunk_fts, 2.0, 2.0, 1.5, 1.0, 3.0)";

    private static readonly string[] FilterNames = ["reader", "company", "not valid on the day", "superseded"];

    private readonly SqliteFile _file = new(path, KnowledgeSchema.Sql);
    private Vocabulary? _vocabulary;

    /// <inheritdoc/>
    public Task<IReadOnlyList<DocumentMark>> MarksAsync(string collection, CancellationToken cancellationToken)
        => _file.ReadAsync(
            c => c.Rows(
                "select source, id, text_hash, label_hash, indexed_label from document where collection = $collection",
                r => new DocumentMark(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4)),
                ("$collection", collection)),
            cancellationToken);

    /// <inheritdoc/>
    public Task SaveAsync(StoredDocument document, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
        => _file.WriteAsync(
            c =>
            {
                DocumentRows.Remove(c, document.Collection, document.Source);
                DocumentRows.Insert(c, document, chunks);
                DocumentRows.Touch(c);
            },
            cancellationToken);

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
                    select d.id, d.collection, d.title, d.revision, d.kind, d.valid_from, d.valid_to, d.label, k.ordinal, k.headings,
                        k.start, k.end, k.text, k.lead, chunk_fts.title, chunk_fts.headings, chunk_fts.about, chunk_fts.body, chunk_fts.codes, {Bm25} as score
                    from chunk_fts join chunk k on k.key = chunk_fts.rowid join document d on d.key = k.document
                    where chunk_fts match $match and {KnowledgeSchema.Filters}
                    order by score, d.id, k.ordinal limit $limit
                    """,
                    CandidateOf,
                    [("$match", match), ("$limit", query.Limit), .. FilterValues(query.Reader, query.Day, query.Collection)]),
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
                    from document d where {KnowledgeSchema.CollectionFilter} and not ({KnowledgeSchema.Filters}) and d.key in
                        (select k.document from chunk_fts join chunk k on k.key = chunk_fts.rowid where chunk_fts match $match)
                    order by d.id
                    """,
                    r => new Excluded(r.GetString(0), r.GetString(1), [.. FilterNames.Where((_, i) => !r.GetBoolean(i + 2))]),
                    [("$match", match), .. FilterValues(query.Reader, query.Day, query.Collection)]),
                cancellationToken);

    /// <inheritdoc/>
    public Task<OpenedDocument?> OpenAsync(Reader reader, string collection, string id, DateOnly day, CancellationToken cancellationToken)
        => _file.ReadAsync(
            c => c.Rows(
                $"""
                select d.source, d.label, d.text, d.text_hash, n.title, s.since
                from document d left join supersession s on s.collection = d.collection and s.older = d.id and s.since <= $day
                    left join document n on n.key = s.document
                where d.id = $id and {KnowledgeSchema.CollectionFilter} and {KnowledgeSchema.ReaderFilter} and {KnowledgeSchema.CompanyFilter}
                order by s.since limit 1
                """,
                r => new OpenedDocument(
                    new StoredDocument
                    {
                        Collection = collection,
                        Source = r.GetString(0),
                        Label = DocumentRows.Label(r.GetString(1)),
                        Text = r.GetString(2),
                        TextHash = r.GetString(3),
                    },
                    r.Text(4),
                    DocumentRows.Day(r.Text(5)) is { } since && since > DateOnly.MinValue ? since : null),
                [("$id", id), .. FilterValues(reader, day, collection)]) is [var opened, ..] ? opened : null,
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
    public void Dispose() => _file.Dispose();

    private static string? MatchOf(StoreQuery query)
    {
        var terms = query.Stems.Distinct(StringComparer.Ordinal).Select(t => $"{{title headings about body}} : {Quoted(t)}")
            .Concat(query.Codes.Distinct(StringComparer.Ordinal).Select(t => $"codes : {Quoted(t)}"));
        var match = string.Join(" OR ", terms);
        return match.Length == 0 ? null : match;
    }

    private static string Quoted(string term) => "\"" + term.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static (string Name, object? Value)[] FilterValues(Reader reader, DateOnly day, string? collection)
        =>
        [
            ("$roles", JsonSerializer.Serialize(reader.Roles)),
            ("$companies", JsonSerializer.Serialize(reader.Companies)),
            ("$day", DocumentRows.Iso(day)),
            ("$collection", collection),
        ];

    private static Candidate CandidateOf(SqliteDataReader row)
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
            Bm25 = -row.GetDouble(19),
        };
    }

    private sealed record Vocabulary(long Generation, IReadOnlyList<KnownWord> Words);
}
