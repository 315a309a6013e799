using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Fetches a document of a feed into a file for a while, unless its version is known, and takes it in.</summary>
internal sealed class FeedFetch(IEnumerable<IDocumentFeed> feeds, FileFormats formats, DocumentIntake documents, IKnowledgeStore store, WorkFolder work)
{
    /// <summary>Takes it in; gives nothing when it is no longer there.</summary>
    public async Task<FileOutcome?> TakeAsync(FileTask task, JobDesk desk, FileProgress progress, CancellationToken cancellationToken)
    {
        var held = await store.HeldAsync(task.Collection, task.Source, cancellationToken);
        if (held is not null && formats.Versions.Any(v => VersionMark.Is(held.TextHash, v, task)))
        {
            return await documents.RelabelAsync(task, held, cancellationToken);
        }

        var feed = feeds.FirstOrDefault(f => f.Name == task.Feed)
            ?? throw new CopilotException($"there is no feed \"{task.Feed}\" any more; take its entry out of sources.json.");
        using var room = work.Open();
        var path = Path.Combine(room.Path, "document");
        return await feed.FetchAsync(task.Entry!, path, cancellationToken) ? await desk.TakeFileAsync(task, path, progress, cancellationToken) : null;
    }
}
