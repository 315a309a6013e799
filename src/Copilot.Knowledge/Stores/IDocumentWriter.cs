using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Stores;

/// <summary>
/// Writes one document bit by bit, so that memory stays bounded. Nothing of it is found before <see cref="CommitAsync"/>, which
/// puts it in the place of what its source held before; disposing without it, or a crash, leaves what was before.
/// </summary>
internal interface IDocumentWriter : IAsyncDisposable
{
    /// <summary>Adds parts and chunks, in their order. A chunk may come before or after the parts it stands in.</summary>
    Task AddAsync(IReadOnlyList<StoredPart> parts, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken);

    /// <summary>Makes the document readable, with pages, remarks and rights as known at the end; language, title and subject are as at the beginning.</summary>
    /// <exception cref="Contracts.CopilotException">Its id belongs to another source by now.</exception>
    Task CommitAsync(StoredDocument document, CancellationToken cancellationToken);
}
