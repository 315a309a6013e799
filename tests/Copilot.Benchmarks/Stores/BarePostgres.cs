using System.Globalization;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Postgres;
using Npgsql;

namespace Copilot.Benchmarks.Stores;

/// <summary>Statements straight at the tables of a library on PostgreSQL: what the store is measured against, and the truth by counting.</summary>
/// <param name="source">The connections, whose search path is the library's schema.</param>
internal sealed class BarePostgres(NpgsqlDataSource source)
{
    private const string Filters = $"v.document in (select d.key from document d where {PassageFilterSql.All})";

    private const string FilteredSql =
        $"""
        select v.chunk from vector_1 v join document d on d.key = v.document where {PassageFilterSql.All} order by v.numbers <#> @question::vector limit @limit
        """;

    private const string WordsSql =
        $"""
        select t.key, ts_rank(t.words, q.q) from to_tsquery('simple', @words) q(q) join bare_words t on t.words @@ q.q join document d on d.key = (t.key >> 20)
        where {PassageFilterSql.All} order by 2 desc limit @limit
        """;

    /// <summary>The statement of pgvector's own description: ordered by the distance, nothing else. By which of its two distances of directions makes no difference to vectors of length 1.</summary>
    /// <param name="distance">The operator: <c>&lt;#&gt;</c> goes by the store's own index, <c>&lt;=&gt;</c> by the one over cosines.</param>
    /// <param name="question">The question's vector.</param>
    /// <param name="limit">How many.</param>
    /// <param name="searched">How many candidates the index keeps, pgvector's <c>hnsw.ef_search</c>; null for its default of 40.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<HashSet<long>> NearestAsync(string distance, float[] question, int limit, int? searched, CancellationToken cancellationToken)
    {
        var sql = $"select chunk from vector_1 order by numbers {distance} @question::vector limit @limit";
        return KeysAsync(searched is { } s ? $"select set_config('hnsw.ef_search', '{s}', true); {sql}" : sql, searched is not null, question, limit, [], cancellationToken);
    }

    /// <summary>The same with the store's filters and pgvector's iterative scan.</summary>
    public Task<HashSet<long>> NearestAsync(float[] question, int limit, int searched, PassageFilter filter, CancellationToken cancellationToken)
        => KeysAsync(
            $"select set_config('hnsw.ef_search', '{searched}', true), set_config('hnsw.iterative_scan', 'relaxed_order', true); {FilteredSql}", true, question, limit,
            PassageFilterSql.Values(filter), cancellationToken);

    /// <summary>The nearest by counting all that the filters let through; all there are without a filter.</summary>
    public async Task<HashSet<long>> ExactAsync(float[] question, int limit, PassageFilter? filter, CancellationToken cancellationToken)
    {
        var rights = filter is null ? string.Empty : $"where {Filters}";
        return await KeysAsync(
            $"select v.chunk from vector_1 v {rights} order by (v.numbers <#> @question::vector) + 0 limit @limit", false, question, limit,
            filter is null ? [] : PassageFilterSql.Values(filter), cancellationToken);
    }

    /// <summary>Makes the table of words as <c>tsvector</c> with its GIN index, of the same stems.</summary>
    public async Task IndexWordsAsync(CancellationToken cancellationToken)
    {
        foreach (var sql in new[]
        {
            "create table if not exists bare_words as select key, to_tsvector('simple', concat_ws(' ', title, headings, about, body, codes)) words from chunk where body <> ''",
            "create index if not exists bare_words_words on bare_words using gin(words)", "vacuum analyze bare_words",
        })
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>The best passages for words by <c>ts_rank</c>, with the store's filters.</summary>
    public Task<HashSet<long>> WordsAsync(IReadOnlyList<string> words, int limit, PassageFilter filter, CancellationToken cancellationToken)
        => KeysAsync(WordsSql, false, [], limit, [.. PassageFilterSql.Values(filter), ("words", string.Join(" | ", words))], cancellationToken);

    /// <summary>The keys of the documents by their ids.</summary>
    public async Task<Dictionary<string, long>> DocumentsAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select id, key from document");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var documents = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            documents.Add(reader.GetString(0), reader.GetInt64(1));
        }

        return documents;
    }

    /// <summary>Some words of each of some passages, as stems.</summary>
    public async Task<List<string[]>> BodiesAsync(int count, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select body from chunk where body <> '' order by hashint8(key) limit " + count.ToString(CultureInfo.InvariantCulture));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var bodies = new List<string[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            bodies.Add(reader.GetString(0).Split(' '));
        }

        return bodies;
    }

    private async Task<HashSet<long>> KeysAsync(
        string sql, bool hasSettings, float[] question, int limit, (string Name, object? Value)[] values, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Constant text of this file, with numbers.
        await using var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        command.Parameters.AddWithValue("question", VectorText.Of(question));
        command.Parameters.AddWithValue("limit", limit);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (hasSettings)
        {
            await reader.NextResultAsync(cancellationToken);
        }

        var keys = new HashSet<long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(reader.GetInt64(0));
        }

        return keys;
    }
}
