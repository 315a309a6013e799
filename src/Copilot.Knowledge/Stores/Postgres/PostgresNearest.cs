using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>
/// The vectors leg: by the index where many passages are permitted, by counting where few are, and by counting too when the index gave too few. Both keep the
/// filters inside the query.
/// </summary>
internal sealed class PostgresNearest(PostgresServer server, TimeProvider time)
{
    // So many distances are computed in about the time that the index takes.
    private const int FewPassages = 10_000;
    private const int MostFilters = 256;

    // Beyond the limit, for equals at its end.
    private const int Slack = 8;
    private const int LeastSearched = 120;
    private const int MostSearched = 1_000;
    private const int MostScanned = 100_000;

    private const string SpaceSql =
        $"select s.key, s.dimension, s.indexed, array(select r.key from rights r where {PassageFilterSql.Reader} and {PassageFilterSql.Company}) from space s where s.id = @space";

    private const string Permitted = $"d.rights = any(@rights) and {PassageFilterSql.ButRights}";

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(20);

    // How many passages a filter lets through only decides on the way, so it may be a little old.
    private readonly ConcurrentDictionary<string, (long Passages, long At)> _sizes = new(StringComparer.Ordinal);

    /// <inheritdoc cref="IVectorStore.NearestAsync"/>
    public async Task<IReadOnlyList<Candidate>> FindAsync(VectorQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (query.Limit <= 0)
        {
            return [];
        }

        try
        {
            return await server.ReadAsync(s => FindAsync(s, query, cancellationToken), cancellationToken);
        }
        catch (PostgresException gone) when (gone.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // The space went while it was asked.
            return [];
        }
    }

    private static async Task<List<(long Key, double Cosine)>> CountAsync(
        PostgresSession session, VectorTable table, VectorQuery query, (string Name, object? Value)[] values, CancellationToken cancellationToken)
        => await session.RowsAsync(
            $"""
            select v.chunk, -(v.numbers <#> @vector::vector) from {table.Name} v join document d on d.key = v.document where {Permitted}
            order by (v.numbers <#> @vector::vector) + 0, d.id, d.collection, v.chunk limit @limit
            """,
            r => (r.GetInt64(0), r.GetDouble(1)),
            [.. values, ("limit", query.Limit)],
            cancellationToken);

    private async Task<IReadOnlyList<Candidate>> FindAsync(PostgresSession session, VectorQuery query, CancellationToken cancellationToken)
    {
        var values = PassageFilterSql.Values(query.Filter);
        var spaces = await session.RowsAsync(
            SpaceSql,
            r => (Table: new VectorTable(r.GetInt32(0), r.GetInt32(1)), Indexed: r.GetBoolean(2), Rights: r.GetFieldValue<long[]>(3)),
            [("space", query.Space), .. values.Where(v => v.Name is "names" or "companies")],
            cancellationToken);
        if (spaces is not [var (table, indexed, rights)])
        {
            return [];
        }

        table.Check(query.Space, query.Vector.Length);
        if (rights.Length == 0)
        {
            return [];
        }

        values = [.. values.Where(v => v.Name is not ("names" or "companies")), ("rights", rights)];
        var many = indexed && query.Filter.Only is null && await PassagesAsync(session, query.Filter, values, cancellationToken) > FewPassages;
        values = [.. values, ("vector", VectorText.Of(query.Vector.Span))];
        var found = many ? await ScanAsync(session, table, query, values, cancellationToken) : [];
        if (found.Count < query.Limit)
        {
            await session.RunAsync(Planner("on"), [], cancellationToken);
            found = await CountAsync(session, table, query, values, cancellationToken);
        }

        var cosines = found.ToDictionary(f => f.Key, f => f.Cosine);
        var passages = await PassageTable.OfAsync(session, [.. cosines.Keys], cancellationToken);
        return [.. TopPassages.InOrder(passages.Select(p => p.Candidate with { Cosine = cosines[p.Key] }), c => c.Cosine!.Value).Take(query.Limit)];
    }

    private async Task<List<(long Key, double Cosine)>> ScanAsync(
        PostgresSession session, VectorTable table, VectorQuery query, (string Name, object? Value)[] values, CancellationToken cancellationToken)
    {
        var wanted = (query.Limit * (table.IsHalved ? 2 : 1)) + Slack;
        var searched = Math.Clamp(wanted, LeastSearched, MostSearched);
        var settings = string.Create(CultureInfo.InvariantCulture, $"set local hnsw.ef_search = {searched}");
        if (server.Shape.HasIterativeScan)
        {
            settings += string.Create(CultureInfo.InvariantCulture, $"; set local hnsw.iterative_scan = strict_order; set local hnsw.max_scan_tuples = {MostScanned}");
        }

        // The planner knows nothing of what a filter lets through and would rather sort a million distances. One round trip for both.
        return await session.RowsAsync(
            $"""
            {settings}; {Planner("off")};
            select v.chunk, -(v.numbers <#> @vector::vector) from {table.Name} v join document d on d.key = v.document where {Permitted}
            order by {table.IndexedDistance} limit @limit
            """,
            r => (r.GetInt64(0), r.GetDouble(1)),
            [.. values, ("limit", wanted)],
            cancellationToken);
    }

    private static string Planner(string what)
        => $"set local enable_seqscan = {what}; set local enable_bitmapscan = {what}; set local enable_sort = {what}; set local enable_hashjoin = {what}; set local enable_mergejoin = {what}";

    private async Task<long> PassagesAsync(PostgresSession session, PassageFilter filter, (string Name, object? Value)[] values, CancellationToken cancellationToken)
    {
        var key = JsonSerializer.Serialize(new { filter.Reader, filter.Day, filter.Collection });
        if (_sizes.TryGetValue(key, out var known) && time.GetElapsedTime(known.At) < Remembered)
        {
            return known.Passages;
        }

        if (_sizes.Count >= MostFilters)
        {
            _sizes.Clear();
        }

        var passages = await session.ScalarAsync<long>($"select coalesce(sum(d.chunks), 0) from document d where {Permitted}", values, cancellationToken) ?? 0;
        _sizes[key] = (passages, time.GetTimestamp());
        return passages;
    }
}
