using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Stores;

/// <summary>A store whose content moves to another one, or has come from one: read whole, without regard to readers and days. For operators.</summary>
internal interface IMovedStore
{
    /// <summary>Gets the key of a document's first chunk, or null when there is no such document.</summary>
    Task<long?> FirstKeyAsync(DocumentKey document, CancellationToken cancellationToken);

    /// <summary>Gets chunks by their keys, from one on, in order.</summary>
    Task<IReadOnlyList<Chunk>> MovedChunksAsync(long first, int count, CancellationToken cancellationToken);

    /// <summary>Gets the vectors of chunks in a space by the keys of the chunks, from one on, in order; a key beyond the last of these chunks is left out.</summary>
    Task<IReadOnlyList<KeyValuePair<long, float[]>>> MovedVectorsAsync(string space, long first, int count, CancellationToken cancellationToken);
}
