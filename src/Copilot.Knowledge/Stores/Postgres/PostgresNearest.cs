using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>
/// The vectors leg: by the index where many passages are permitted, by counting where few are, and by counting too when the index gave too few. Each way is one
/// statement with the filters inside, which reads the passages as well: what it gives is of one state of the library.
/// </summary>
/// <param name="server">The library's place.</param>
/// <param name="time">For how long spaces and sizes are remembered.</param>
/// <param name="few">So many permitted passages are counted rather than looked for by the index.</param>
internal sealed class PostgresNearest(PostgresServer server, TimeProvider time, long few = PostgresNearest.FewPassages)
{
    /// <summary>So many distances are computed in about the time that the index takes.</summary>
    public const long FewPassages = 10_000;

    // Beyond the limit, for equals at its end.
    private const int Slack = 8;

    // So many candidates for so many passages gave ten of which 0.99 were the nearest, see the record on the words and vectors of PostgreSQL.
    private const int LeastSearched = 120;
    private const double SearchedFor = 100_000;
    private const int MostSearched = 1_000;

    private const string SpaceSql = "select key, dimension, indexed from space where id = @space";

    // The planner knows nothing of what a filter lets through and would rather sort a million distances.
    private const string SettingsSql =
        """
        select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true),
            set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('hnsw.ef_search', @searched, true)
        """;

    // The order in which rows come is only nearly that of the distances, which costs nothing: what is found is sorted here.
    private const string IterativeSql = ", set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.max_scan_tuples', '100000', true)";

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(20);

    private readonly PermittedPassages _permitted = new(time);
    private readonly ConcurrentDictionary<string, Known> _spaces = new(StringComparer.Ordinal);

    /// <inheritdoc cref="IVectorStore.NearestAsync"/>
    public async Task<IReadOnlyList<Candidate>> FindAsync(VectorQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var again = false; query.Limit > 0; again = true)
        {
            try
            {
                return await server.AskAsync(s => FindAsync(s, query, cancellationToken), cancellationToken);
            }
            catch (PostgresException gone) when (gone.SqlState == PostgresErrorCodes.UndefinedTable)
            {
                // The space went while it was asked; one of its name may have come in its place.
                _spaces.TryRemove(query.Space, out _);
                if (again)
                {
                    break;
                }
            }
        }

        return [];
    }

    /// <summary>The statements that search by the index.</summary>
    internal static string ScanSql(VectorTable table, PostgresShape shape)
        => $"""
            {SettingsSql}{(shape.HasIterativeScan ? IterativeSql : string.Empty)};
            {PassageTable.NearestSql(
                $"""
                select v.chunk, v.numbers <#> @vector::vector distance from {table.Name} v join document d on d.key = v.document where {PassageFilterSql.All}
                order by {table.IndexedDistance} limit @limit
                """)}
            """;

    /// <summary>How many candidates the index keeps, pgvector's <c>hnsw.ef_search</c>: more in a larger library, since its graph is coarser.</summary>
    /// <param name="wanted">How many rows are wanted.</param>
    /// <param name="all">How many passages there are.</param>
    internal static int Searched(int wanted, long all)
        => (int)Math.Clamp(Math.Max(wanted, LeastSearched * Math.Sqrt(all / SearchedFor)), LeastSearched, MostSearched);

    private static string CountSql(VectorTable table)
        => PassageTable.NearestSql(
            $"""
            select v.chunk, v.numbers <#> @vector::vector distance from {table.Name} v join document d on d.key = v.document where {PassageFilterSql.All}
            order by (v.numbers <#> @vector::vector) + 0, d.id, d.collection, v.chunk limit @limit
            """);

    private async Task<IReadOnlyList<Candidate>> FindAsync(PostgresSession session, VectorQuery query, CancellationToken cancellationToken)
    {
        if (await SpaceAsync(session, query.Space, cancellationToken) is not { } space)
        {
            return [];
        }

        space.Table.Check(query.Space, query.Vector.Length);
        (string Name, object? Value)[] values = [.. PassageFilterSql.Values(query.Filter), ("vector", VectorText.Of(query.Vector.Span))];
        var (permitted, all) = space.IsIndexed && query.Filter.Only is null ? await _permitted.CountAsync(session, query.Filter, cancellationToken) : default;
        List<Candidate> found = permitted > few ? await ScanAsync(session, space.Table, query, values, all, cancellationToken) : [];
        if (found.Count < query.Limit)
        {
            found = await session.RowsAsync(CountSql(space.Table), PassageTable.NearestReader(), [.. values, ("limit", query.Limit)], cancellationToken);
        }

        return [.. TopPassages.InOrder(found, c => c.Cosine!.Value).Take(query.Limit)];
    }

    private async Task<List<Candidate>> ScanAsync(
        PostgresSession session, VectorTable table, VectorQuery query, (string Name, object? Value)[] values, long all, CancellationToken cancellationToken)
    {
        var wanted = (query.Limit * (table.IsHalved ? 2 : 1)) + Slack;
        return await session.LastRowsAsync(
            ScanSql(table, server.Shape), PassageTable.NearestReader(), [.. values, ("limit", wanted), ("searched", Searched(wanted, all).ToString(CultureInfo.InvariantCulture))], cancellationToken);
    }

    // A key is never given twice, so that what is remembered is true as long as the table exists.
    private async Task<Known?> SpaceAsync(PostgresSession session, string id, CancellationToken cancellationToken)
    {
        if (_spaces.TryGetValue(id, out var known) && time.GetElapsedTime(known.At) < Remembered)
        {
            return known;
        }

        var found = await session.RowsAsync(
            SpaceSql, r => new Known(new VectorTable(r.GetInt32(0), r.GetInt32(1)), r.GetBoolean(2), time.GetTimestamp()), [("space", id)], cancellationToken);
        return found is [var space] ? _spaces[id] = space : null;
    }

    private sealed record Known(VectorTable Table, bool IsIndexed, long At);
}
