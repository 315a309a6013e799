using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Stores.Qdrant;

/// <summary>Writes a document into the store and, once it is committed there, brings it to Qdrant.</summary>
internal sealed class QdrantDocumentWriter(IDocumentWriter inner, Func<CancellationToken, Task> changed) : IDocumentWriter
{
    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<StoredPart> parts, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken) => inner.AddAsync(parts, chunks, cancellationToken);

    /// <inheritdoc/>
    public async Task CommitAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        await inner.CommitAsync(document, cancellationToken);
        await changed(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
