using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>Reads the library whole, for moving.</summary>
internal sealed class PostgresMoved(PostgresServer server) : IMovedStore
{
    /// <inheritdoc/>
    public Task<long?> FirstKeyAsync(DocumentKey document, CancellationToken cancellationToken)
        => server.AskAsync(
            async s => await s.ScalarAsync<long>($"select d.key from document d where {DocumentTable.ById}", [("collection", document.Collection), ("id", document.Id)], cancellationToken) is { } key
                ? ChunkKey.First(key)
                : default(long?),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Chunk>> MovedChunksAsync(long first, int count, CancellationToken cancellationToken)
        => server.AskAsync<IReadOnlyList<Chunk>>(
            async s => await s.RowsAsync(
                "select key, first, past, path, lead, text, page, box, marks from chunk where key >= @first and key < @past order by key",
                r => new Chunk(ChunkKey.OrdinalOf(r.GetInt64(0)), r.GetInt32(1), r.GetInt32(2), r.GetFieldValue<string[]>(3), r.GetString(4))
                {
                    Text = r.GetString(5),
                    Page = r.Number(6),
                    Box = r.IsDBNull(7) ? null : r.GetFieldValue<double[]>(7),
                    Marks = (BlockMark)r.GetInt32(8),
                },
                [("first", first), ("past", first + count)],
                cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeyValuePair<long, float[]>>> MovedVectorsAsync(string space, long first, int count, CancellationToken cancellationToken)
        => await server.AskAsync(
            async s => await s.ScalarAsync<int>("select key from space where id = @space", [("space", space)], cancellationToken) is { } key
                ? await s.RowsAsync(
                    $"select chunk, numbers::real[] from vector_{key} where chunk >= @first and chunk < @past order by chunk",
                    r => KeyValuePair.Create(r.GetInt64(0), r.GetFieldValue<float[]>(1)),
                    [("first", first), ("past", first + count)],
                    cancellationToken)
                : [],
            cancellationToken);
}
