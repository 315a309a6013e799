using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Npgsql;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>Reads the passages that were found.</summary>
internal static class PassageTable
{
    private const string Columns =
        """
        d.key, d.id, d.collection, d.title, d.revision, d.kind, d.valid_from, d.valid_to, d.label, d.language, d.gate_model, d.gate_id,
            k.key, k.first, k.past, k.page, k.box, k.marks, k.path, k.lead, k.text, k.title, k.headings, k.about, k.codes, k.body
        """;

    private const string Select = $"select {Columns} from document d join chunk k on k.key between (d.key << 20) and (d.key << 20) + 1048575";

    private const string ByKeySql =
        $"select {Columns} from unnest(@keys::bigint[]) f(key) join chunk k on k.key = f.key join document d on d.key = (f.key >> 20) where d.live";

    private const string PermittedSql =
        $"""
        select d.key, d.id, d.collection, d.title, d.revision, d.kind, d.valid_from, d.valid_to, d.label, d.language, d.gate_model, d.gate_id,
            k.key, k.first, k.past, k.page, k.box, k.marks, k.path, k.lead, k.text, k.title, k.headings, k.about, k.codes, k.body
        from unnest(@keys::bigint[]) f(key) join chunk k on k.key = f.key join document d on d.key = (f.key >> 20) where {PassageFilterSql.All}
        """;

    private const string Span = "k.key - (d.key << 20) between @first::integer and @last::integer order by k.key";
    private const string BetweenSql = $"{Select} where {DocumentTable.ById} and {PassageFilterSql.All} and {Span}";
    private const string UnfilteredSql = $"{Select} where {DocumentTable.ById} and {Span}";

    /// <summary>Gets passages by key, in no order.</summary>
    public static async Task<List<(long Key, Candidate Candidate)>> OfAsync(PostgresSession session, long[] keys, CancellationToken cancellationToken)
    {
        var labels = new Dictionary<long, DocumentLabel>();
        return keys.Length == 0 ? [] : await session.RowsAsync(ByKeySql, r => (r.GetInt64(12), CandidateOf(r, labels)), [("keys", keys)], cancellationToken);
    }

    /// <summary>Gets those of some passages, each named once, that a filter lets through; in no order.</summary>
    public static async Task<List<(long Key, Candidate Candidate)>> PermittedAsync(PostgresSession session, PassageFilter filter, long[] keys, CancellationToken cancellationToken)
    {
        var labels = new Dictionary<long, DocumentLabel>();
        return keys.Length == 0
            ? []
            : await session.RowsAsync(PermittedSql, r => (r.GetInt64(12), CandidateOf(r, labels)), [.. PassageFilterSql.Values(filter), ("keys", keys)], cancellationToken);
    }

    /// <summary>Gets the passages of a document from one ordinal to another, when the filter lets it through; without one, for operators, always.</summary>
    public static async Task<IReadOnlyList<Candidate>> BetweenAsync(
        PostgresSession session, PassageFilter? filter, DocumentKey document, int first, int last, CancellationToken cancellationToken)
    {
        var labels = new Dictionary<long, DocumentLabel>();
        (string Name, object? Value)[] span = [("id", document.Id), ("first", first), ("last", last)];
        return filter is null
            ? await session.RowsAsync(UnfilteredSql, r => CandidateOf(r, labels), [("collection", document.Collection), .. span], cancellationToken)
            : filter.Collection is { } collection && collection != document.Collection
                ? []
                : await session.RowsAsync(
                    BetweenSql, r => CandidateOf(r, labels), [.. PassageFilterSql.Values(filter with { Collection = document.Collection }), .. span], cancellationToken);
    }

    /// <summary>Gets the statement that reads the passages another one finds, with the cosine of each.</summary>
    /// <param name="nearest">The other one: the key of a chunk and its distance, named <c>chunk</c> and <c>distance</c>.</param>
    public static string NearestSql(string nearest)
        => $"""
            with nearest as materialized ({nearest})
            select {Columns}, -n.distance from nearest n join chunk k on k.key = n.chunk join document d on d.key = (n.chunk >> 20)
            """;

    /// <summary>Reads the rows of <see cref="NearestSql"/>.</summary>
    public static Func<NpgsqlDataReader, Candidate> NearestReader()
    {
        var labels = new Dictionary<long, DocumentLabel>();
        return r => CandidateOf(r, labels) with { Cosine = r.GetDouble(26) };
    }

    private static Candidate CandidateOf(NpgsqlDataReader row, Dictionary<long, DocumentLabel> labels)
    {
        var document = row.GetInt64(0);
        if (!labels.TryGetValue(document, out var label))
        {
            labels[document] = label = DocumentTable.Label(row.GetString(8));
        }

        return new Candidate
        {
            DocumentId = row.GetString(1),
            Collection = row.GetString(2),
            Title = row.GetString(3),
            Revision = row.Text(4),
            Kind = row.Text(5),
            ValidFrom = row.Day(6),
            ValidTo = row.Day(7),
            About = label.About,
            Companies = label.Companies,
            Language = row.GetString(9),
            Gate = row.Text(10) is { } model ? new RecordRef(model, row.GetInt32(11)) : null,
            Ordinal = ChunkKey.OrdinalOf(row.GetInt64(12)),
            Start = row.GetInt32(13),
            End = row.GetInt32(14),
            Page = row.Number(15),
            Box = row.IsDBNull(16) ? null : row.GetFieldValue<double[]>(16),
            Marks = (BlockMark)row.GetInt32(17),
            HeadingPath = row.GetFieldValue<string[]>(18),
            Lead = row.GetString(19),
            Text = row.GetString(20),
            ContextStems = IndexedChunk.ContextOf(row.GetString(21), row.GetString(22), row.GetString(23)),
            Codes = row.GetString(24),
            BodyStems = row.GetString(25),
        };
    }
}
