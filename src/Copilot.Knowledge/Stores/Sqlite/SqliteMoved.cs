using System.Runtime.InteropServices;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>Reads the embedded store whole, for moving.</summary>
internal sealed class SqliteMoved(SqliteFile file) : IMovedStore
{
    /// <inheritdoc/>
    public Task<long?> FirstKeyAsync(DocumentKey document, CancellationToken cancellationToken)
        => file.ReadAsync(
            s => s.ScalarOrNull("select key from document where live and collection = $collection and id = $id", ("$collection", document.Collection), ("$id", document.Id)) is { } key
                ? ChunkKey.First(key)
                : default(long?),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Chunk>> MovedChunksAsync(long first, int count, CancellationToken cancellationToken)
        => file.ReadAsync(
            s => s.Rows(
                "select key, start, end, path, lead, text, page, box, marks from chunk where key >= $first and key < $past order by key",
                r => new Chunk(ChunkKey.OrdinalOf(r.GetInt64(0)), r.GetInt32(1), r.GetInt32(2), JsonSerializer.Deserialize<List<string>>(r.GetString(3))!, r.GetString(4))
                {
                    Text = r.GetString(5),
                    Page = r.Number(6),
                    Box = r.Text(7) is { } box ? JsonSerializer.Deserialize<double[]>(box) : null,
                    Marks = (BlockMark)r.GetInt32(8),
                },
                ("$first", first),
                ("$past", first + count)),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeyValuePair<long, float[]>>> MovedVectorsAsync(string space, long first, int count, CancellationToken cancellationToken)
        => file.ReadAsync(
            s => s.Rows(
                "select chunk, numbers from vector where space = (select key from space where id = $space) and chunk >= $first and chunk < $past order by chunk",
                r => KeyValuePair.Create(r.GetInt64(0), MemoryMarshal.Cast<byte, float>(r.GetFieldValue<byte[]>(1)).ToArray()),
                ("$space", space),
                ("$first", first),
                ("$past", first + count)),
            cancellationToken);
}
