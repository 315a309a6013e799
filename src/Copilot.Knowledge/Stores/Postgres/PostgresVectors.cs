using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Npgsql;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>The spaces and their vectors, a table for each space.</summary>
internal sealed class PostgresVectors(PostgresServer server)
{
    private const int MostNumbers = 16_000;

    private const string UnembeddedSql =
        """
        select k.key, d.indexed_label, k.path, k.lead, k.text, k.title, k.headings, k.about, k.body
        from unembedded u join chunk k on k.key = u.chunk join document d on d.key = (k.key >> 20)
        where u.space = (select key from space where id = @space) and d.live order by u.chunk limit @limit
        """;

    private const string StemsSql =
        """
        select k.key, k.title, k.headings, k.about, k.body from chunk k join document d on d.key = (k.key >> 20)
        where d.live and k.key > @from order by k.key limit 1000
        """;

    /// <inheritdoc cref="IVectorStore.SpacesAsync"/>
    public Task<IReadOnlyList<EmbeddingSpace>> SpacesAsync(CancellationToken cancellationToken)
        => server.AskAsync<IReadOnlyList<EmbeddingSpace>>(
            async s => await s.RowsAsync(
                "select id, dimension, model, fitted_on, active from space order by id",
                r => new EmbeddingSpace
                {
                    Id = r.GetString(0),
                    Dimension = r.GetInt32(1),
                    Model = r.IsDBNull(2) ? default(ReadOnlyMemory<byte>?) : r.GetFieldValue<byte[]>(2),
                    FittedOn = r.GetInt32(3),
                    Active = r.GetBoolean(4),
                },
                [],
                cancellationToken),
            cancellationToken);

    /// <inheritdoc cref="IVectorStore.OpenSpaceAsync"/>
    public Task OpenSpaceAsync(EmbeddingSpace space, CancellationToken cancellationToken)
        => server.WriteAsync(
            PostgresTurn.Library,
            async s =>
            {
                if (await s.ScalarAsync<int>("select dimension from space where id = @id", [("id", space.Id)], cancellationToken) is { } known)
                {
                    return known == space.Dimension
                        ? false
                        : throw new CopilotException($"The model \"{space.Id}\" gives vectors of {space.Dimension} numbers, and those kept have {known}; name the model that made them, or give the changed one another name.");
                }

                if (space.Dimension is < 1 or > MostNumbers)
                {
                    throw new CopilotException($"The model \"{space.Id}\" gives vectors of {space.Dimension} numbers, and PostgreSQL keeps at most {MostNumbers:N0}; choose another model.");
                }

                var key = await s.ScalarAsync<int>(
                    "insert into space(id, dimension, model, fitted_on, active, indexed) values(@id, @dimension, @model::bytea, @fitted, false, false) returning key",
                    [("id", space.Id), ("dimension", space.Dimension), ("model", space.Model?.ToArray()), ("fitted", space.FittedOn)],
                    cancellationToken);
                await s.RunAsync($"create table vector_{key}(chunk bigint primary key, document bigint not null, numbers vector({space.Dimension}) not null)", [], cancellationToken);
                await s.RunAsync($"create index vector_{key}_document on vector_{key}(document)", [], cancellationToken);
                await PostgresMirror.FollowAsync(s, key!.Value, cancellationToken);
                await s.RunAsync(
                    "insert into unembedded select @key, c.key from document d join chunk c on c.key between (d.key << 20) and (d.key << 20) + 1048575 where d.live",
                    [("key", key)],
                    cancellationToken);
                return true;
            },
            cancellationToken);

    /// <inheritdoc cref="IVectorStore.UnembeddedAsync"/>
    public Task<IReadOnlyList<ChunkToEmbed>> UnembeddedAsync(string space, int limit, CancellationToken cancellationToken)
        => server.AskAsync<IReadOnlyList<ChunkToEmbed>>(
            async s => await s.RowsAsync(
                UnembeddedSql,
                r => new ChunkToEmbed(
                    r.GetInt64(0),
                    IndexedChunk.PlainContextOf(r.GetString(1), r.GetFieldValue<string[]>(2)),
                    IndexedChunk.PlainTextOf(r.GetString(3), r.GetString(4)),
                    IndexedChunk.StemsOf(r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8))),
                [("space", space), ("limit", limit)],
                cancellationToken),
            cancellationToken);

    /// <inheritdoc cref="IVectorStore.StemsAsync"/>
    public async IAsyncEnumerable<string> StemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var last = -1L; ;)
        {
            var from = last;
            var page = await server.AskAsync(
                s => s.RowsAsync(
                    StemsSql,
                    r => (Key: r.GetInt64(0), Stems: IndexedChunk.StemsOf(r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4))),
                    [("from", from)],
                    cancellationToken),
                cancellationToken);
            foreach (var (key, stems) in page)
            {
                last = key;
                yield return stems;
            }

            if (page.Count == 0)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc cref="IVectorStore.SaveVectorsAsync"/>
    public async Task SaveVectorsAsync(string space, IReadOnlyList<KeyValuePair<long, float[]>> vectors, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (vectors.Count == 0)
        {
            return;
        }

        // Of a chunk given twice the last one stays.
        var given = vectors.GroupBy(v => v.Key).Select(g => g.Last()).OrderBy(v => v.Key).ToList();
        long[] chunks = [.. given.Select(v => v.Key)];
        string[] numbers = [.. given.Select(v => VectorText.Of(v.Value))];
        await server.WriteAsync(PostgresTurn.None, s => SaveAsync(s, space, given[0].Value.Length, chunks, numbers, cancellationToken), cancellationToken);
    }

    /// <inheritdoc cref="IVectorStore.SwitchToAsync"/>
    public async Task SwitchToAsync(string space, CancellationToken cancellationToken)
    {
        // The index is built before questions are answered from the space, however long it takes; only the switch takes a turn.
        var indexed = await BuildAsync(space, cancellationToken);
        await server.WriteAsync(
            PostgresTurn.Library,
            async s =>
            {
                await s.RunAsync("update space set active = (id = @space), indexed = indexed or (id = @space and @indexed)", [("space", space), ("indexed", indexed)], cancellationToken);
                foreach (var other in await s.RowsAsync("delete from space where not active returning key", r => r.GetInt32(0), [], cancellationToken))
                {
                    await s.RunAsync("delete from unembedded where space = @other", [("other", other)], cancellationToken);
                    await s.RunAsync($"drop table vector_{other}", [], cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    private static async Task<int> SaveAsync(PostgresSession session, string space, int dimension, long[] chunks, string[] numbers, CancellationToken cancellationToken)
    {
        // Space and documents are held, so that neither goes while their vectors come. A chunk that is there waits for its vector or has one.
        var known = await session.RowsAsync(
            "select key, dimension from space where id = @id for key share", r => new VectorTable(r.GetInt32(0), r.GetInt32(1)), [("id", space)], cancellationToken);
        if (known is not [var table])
        {
            return 0;
        }

        table.Check(space, dimension);

        long[] documents = [.. chunks.Select(ChunkKey.DocumentOf).Distinct()];
        var there = await session.RowsAsync(
            "select key from document where live and key = any(@keys) order by key for key share", r => r.GetInt64(0), [("keys", documents)], cancellationToken);
        return await session.RunAsync(
            $"""
            with given as (select * from unnest(@chunks, @numbers) g(chunk, numbers) where (g.chunk >> 20) = any(@there)),
            waiting as (delete from unembedded u using given g where u.space = @space and u.chunk = g.chunk)
            insert into {table.Name}(chunk, document, numbers) select g.chunk, g.chunk >> 20, g.numbers::vector from given g join chunk c on c.key = g.chunk
            on conflict (chunk) do update set numbers = excluded.numbers
            """,
            [("chunks", chunks), ("numbers", numbers), ("there", there.ToArray()), ("space", table.Key)],
            cancellationToken);
    }

    private async Task<bool> BuildAsync(string space, CancellationToken cancellationToken)
    {
        var known = await server.AskAsync(s => s.RowsAsync("select key, dimension from space where id = @id", r => new VectorTable(r.GetInt32(0), r.GetInt32(1)), [("id", space)], cancellationToken), cancellationToken);
        if (known is not [var table] || !table.CanBeIndexed(server.Shape))
        {
            return false;
        }

        await server.WriteAsync(
            PostgresTurn.None,
            async s =>
            {
                var rows = await s.ScalarAsync<long>($"select count(*) from {table.Name}", [], cancellationToken) ?? 0;
                await s.RunAsync($"set local maintenance_work_mem = '{table.MegabytesToBuild(rows)}MB'", [], cancellationToken);
                await s.RunLongAsync(table.IndexSql, cancellationToken);
                return true;
            },
            cancellationToken);
        return true;
    }
}
