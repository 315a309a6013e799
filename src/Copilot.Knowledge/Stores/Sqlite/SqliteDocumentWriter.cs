using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>Writes one document into the embedded store, a transaction for each call.</summary>
internal sealed class SqliteDocumentWriter(SqliteFile file, long key, StoredDocument begun) : IDocumentWriter
{
    private bool _committed;

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<StoredPart> parts, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
        => file.WriteAsync(c => DocumentRows.Add(c, key, begun, parts, chunks), cancellationToken);

    /// <inheritdoc/>
    public async Task CommitAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        await file.WriteAsync(
            c =>
            {
                DocumentRows.Commit(c, key, document);
                DocumentRows.Touch(c);
            },
            cancellationToken);
        _committed = true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_committed)
        {
            await file.WriteAsync(c => DocumentRows.Abandon(c, key), CancellationToken.None);
        }
    }
}
