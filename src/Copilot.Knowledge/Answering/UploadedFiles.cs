using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Answering;

/// <summary>Finds the bytes behind a person's uploads, so that they can be read in other ways than as text.</summary>
internal sealed class UploadedFiles(IKnowledgeStore store) : IAttachedFiles
{
    private readonly UploadShelf _shelf = new(store);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FileToRead>> FilesAsync(Caller caller, string attachmentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return [.. (await _shelf.DocumentsAsync(caller.Id, attachmentId, cancellationToken)).Where(d => d.Original is not null && File.Exists(d.Original)).Select(d => new FileToRead(Path.GetFileName(d.Source.Split("!/")[^1]), d.Original!))];
    }
}
