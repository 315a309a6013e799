using Npgsql;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>
/// Notes what an index outside the database must be told. Triggers do it, so that no node can forget it, nor one that knows nothing of the index. The notes are rows that
/// outlive whoever made them; of all nodes one at a time brings what they name.
/// </summary>
internal sealed class PostgresMirror(PostgresServer server) : IAsyncDisposable
{
    private const string StateSql =
        "select m.name, exists (select 1 from stale), s.id, s.dimension, s.active from mirror m left join space s on true order by s.id";

    private const string StaleSql =
        """
        select u.chunk, u.number, u.whole, d.collection, d.id, r.readers, r.companies, d.valid_from, d.valid_to, d.superseded_on,
            k.title, k.headings, k.about, k.codes, k.body
        from (select * from stale order by number, chunk limit @limit) u
            left join document d on d.key = (u.chunk >> 20) and d.live left join chunk k on k.key = u.chunk and d.key is not null left join rights r on r.key = d.rights
        order by u.number, u.chunk
        """;

    // A note that is there is later than what was brought and stays; one that another struck is written again, since it may have been overwritten with what is older.
    private const string SettleSql =
        """
        with done as (select * from unnest(@chunks, @numbers, @whole) d(chunk, number, whole)),
            struck as (delete from stale s using done d where s.chunk = d.chunk and s.number = d.number returning s.chunk)
        insert into stale(chunk, whole) select d.chunk, d.whole from done d where d.chunk not in (select chunk from struck) order by d.chunk
            on conflict (chunk) do update set whole = stale.whole or excluded.whole
        """;

    private readonly PostgresMirrorTurn _turn = new(server);
    private volatile string? _name;

    /// <summary>Follows the vectors of a space that is made, where an index is used; in the transaction that makes it.</summary>
    public static async Task FollowAsync(PostgresSession session, int space, CancellationToken cancellationToken)
    {
        if (await session.ScalarAsync<bool>(PostgresMirrorSchema.ExistsSql, [], cancellationToken) == true)
        {
            await session.RunAsync(PostgresMirrorSchema.FollowSql(space), [], cancellationToken);
        }
    }

    /// <inheritdoc cref="IMirroredStore.BeginMirrorAsync"/>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (await server.AskAsync(s => s.ScalarAsync<bool>(PostgresMirrorSchema.ExistsSql, [], cancellationToken), cancellationToken) == true)
        {
            return;
        }

        await server.WriteAsync(
            PostgresTurn.Library,
            async s =>
            {
                // Another node may have been faster.
                if (await s.ScalarAsync<bool>(PostgresMirrorSchema.ExistsSql, [], cancellationToken) != true)
                {
                    await s.RunLongAsync(PostgresMirrorSchema.Sql, cancellationToken);
                    foreach (var space in await s.RowsAsync("select key from space", r => r.GetInt32(0), [], cancellationToken))
                    {
                        await s.RunAsync(PostgresMirrorSchema.FollowSql(space), [], cancellationToken);
                    }
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc cref="IMirroredStore.MirrorStateAsync"/>
    public Task<MirrorState> StateAsync(CancellationToken cancellationToken) => server.AskAsync(s => StateAsync(s, cancellationToken), cancellationToken);

    /// <inheritdoc cref="IMirroredStore.TakeTurnAsync"/>
    public async Task<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellationToken)
        => await _turn.TryTakeAsync(_name ??= (await StateAsync(cancellationToken)).Name, cancellationToken);

    /// <inheritdoc cref="IMirroredStore.StaleAsync"/>
    public async Task<StalePassages> StaleAsync(int limit, CancellationToken cancellationToken)
    {
        try
        {
            return await server.ReadAsync(s => StaleAsync(s, limit, cancellationToken), cancellationToken);
        }
        catch (PostgresException gone) when (gone.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // A space went while its vectors were read; now it is gone from the list as well.
            return await server.ReadAsync(s => StaleAsync(s, limit, cancellationToken), cancellationToken);
        }
    }

    /// <inheritdoc cref="IMirroredStore.SettleAsync"/>
    public Task SettleAsync(IReadOnlyList<StalePassage> passages, CancellationToken cancellationToken)
        => passages.Count == 0
            ? Task.CompletedTask
            : server.WriteAsync(
                PostgresTurn.None,
                s => s.RunAsync(
                    SettleSql,
                    [("chunks", passages.Select(p => p.Key).ToArray()), ("numbers", passages.Select(p => p.Number).ToArray()), ("whole", passages.Select(p => p.IsWhole).ToArray())],
                    cancellationToken),
                cancellationToken);

    /// <inheritdoc cref="IMirroredStore.MarkStaleAsync"/>
    public Task MarkStaleAsync(IReadOnlyList<long>? keys, CancellationToken cancellationToken)
        => server.WriteAsync(
            PostgresTurn.None,
            async s =>
            {
                if (keys is null)
                {
                    await s.RunLongAsync(PostgresMirrorSchema.AllSql, cancellationToken);
                    return true;
                }

                await s.RunAsync(
                    $"insert into stale(chunk, whole) select distinct k, true from unnest(@keys) k order by k {PostgresMirrorSchema.Again}", [("keys", keys.ToArray())], cancellationToken);
                return true;
            },
            cancellationToken);

    /// <inheritdoc cref="IMirroredStore.CandidatesAsync"/>
    public async Task<IReadOnlyDictionary<long, Candidate>> CandidatesAsync(PassageFilter filter, IReadOnlyList<long> keys, CancellationToken cancellationToken)
        => (await server.AskAsync(s => PassageTable.PermittedAsync(s, filter, [.. keys.Distinct()], cancellationToken), cancellationToken)).ToDictionary(p => p.Key, p => p.Candidate);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _turn.DisposeAsync();

    private static async Task<MirrorState> StateAsync(PostgresSession session, CancellationToken cancellationToken)
    {
        var rows = await session.RowsAsync(
            StateSql,
            r => (Name: r.GetString(0), Pending: r.GetBoolean(1), Space: r.IsDBNull(2) ? null : new MirroredSpace(r.GetString(2), r.GetInt32(3), r.GetBoolean(4))),
            [],
            cancellationToken);
        return new MirrorState(rows[0].Name, rows[0].Pending, [.. rows.Select(r => r.Space).OfType<MirroredSpace>()]);
    }

    private static async Task<StalePassages> StaleAsync(PostgresSession session, int limit, CancellationToken cancellationToken)
    {
        var state = await StateAsync(session, cancellationToken);
        var stale = await session.RowsAsync(StaleSql, StaleOf, [("limit", limit)], cancellationToken);
        long[] whole = [.. stale.Where(p => p is { IsWhole: true, Passage: not null }).Select(p => p.Key)];
        var vectors = whole.ToDictionary(k => k, _ => new Dictionary<string, float[]>(StringComparer.Ordinal));
        foreach (var (space, id) in whole.Length == 0 ? [] : await session.RowsAsync("select key, id from space", r => (r.GetInt32(0), r.GetString(1)), [], cancellationToken))
        {
            foreach (var (chunk, numbers) in await session.RowsAsync(
                $"select chunk, numbers::real[] from vector_{space} where chunk = any(@keys)", r => (r.GetInt64(0), r.GetFieldValue<float[]>(1)), [("keys", whole)], cancellationToken))
            {
                vectors[chunk][id] = numbers;
            }
        }

        return new StalePassages(state, [.. stale.Select(p => vectors.TryGetValue(p.Key, out var known) ? p with { Passage = p.Passage! with { Vectors = known } } : p)]);
    }

    private static StalePassage StaleOf(NpgsqlDataReader row)
        => new(
            row.GetInt64(0),
            row.GetInt64(1),
            row.GetBoolean(2),
            row.IsDBNull(10)
                ? null
                : new MirroredPassage
                {
                    Document = new DocumentKey(row.GetString(3), row.GetString(4)),

                    // A document without rights is read by nobody.
                    Readers = row.IsDBNull(5) ? [] : row.GetFieldValue<string[]>(5),
                    Companies = row.IsDBNull(6) ? [] : row.GetFieldValue<string[]>(6),
                    ValidFrom = row.Day(7),
                    ValidTo = row.Day(8),
                    SupersededOn = row.Day(9),
                    Indexed = new IndexedChunk
                    {
                        Title = row.GetString(10),
                        Headings = row.GetString(11),
                        About = row.GetString(12),
                        Codes = row.GetString(13),
                        Body = row.GetString(14),

                        // Not kept here; no index outside reads it.
                        Words = 0,
                    },
                    Vectors = new Dictionary<string, float[]>(),
                });
}
