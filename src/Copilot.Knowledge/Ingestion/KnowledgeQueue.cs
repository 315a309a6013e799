using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge;

/// <summary>
/// What operators may do to the queue: have a source looked at now, have a file that failed read again. Nothing is read here, the workers of any node do it.
/// What people uploaded for themselves is not theirs to see or to read again.
/// </summary>
public sealed class KnowledgeQueue
{
    private readonly KnowledgeIngestor _ingestor;
    private readonly IngestParts _parts;
    private readonly SourceKeeper _keeper;

    internal KnowledgeQueue(KnowledgeIngestor ingestor, IngestParts parts, SourceKeeper keeper) => (_ingestor, _parts, _keeper) = (ingestor, parts, keeper);

    /// <summary>Lists the sources there are.</summary>
    /// <returns>The sources, in the order of their file.</returns>
    /// <exception cref="CopilotException"><c>sources.json</c> can't be used; the message says where and why.</exception>
    public IReadOnlyList<IngestSource> Sources()
        => [.. SourcesFile.Read(_parts.Options).Sources.Select(s => new IngestSource(s.Name, s.Folder is null ? "feed" : "folder", s.Folder ?? s.Feed!, s.Collection, s.Refresh.ToString()))];

    /// <summary>Puts what a source has now into the queue.</summary>
    /// <param name="name">The source's name.</param>
    /// <param name="cancellationToken">Stops the look at the source; what is in the queue by then stays there.</param>
    /// <returns>The run, or null when there is no such source.</returns>
    /// <exception cref="CopilotException">The sources can't be used, the folder is not there, or the system behind a feed can't be reached.</exception>
    public async Task<long?> SyncAsync(string name, CancellationToken cancellationToken)
    {
        var all = SourcesFile.Read(_parts.Options);
        var wanted = all.Sources.Where(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (wanted.Count == 0)
        {
            return null;
        }

        if (wanted.Find(s => s.Folder is not null && !Directory.Exists(s.Folder)) is { } missing)
        {
            throw new CopilotException($"The folder of the source \"{missing.Name}\" is not there: {missing.Folder}; its documents stay as they are. Bring it back, or correct it in sources.json.");
        }

        var run = await _ingestor.BeginAsync(wanted[0].Name, wanted[0].Collection, cancellationToken);
        foreach (var source in wanted)
        {
            await _ingestor.EnqueueAsync(run, source, all, null, cancellationToken);
        }

        _keeper.Follow(run, wanted[0].Name);
        return run;
    }

    /// <summary>Puts a file that could not be taken in into the queue once more, with the readers it was given; a file inside a container with its container.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="file">The file, as <see cref="IngestFailure.File"/> names it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The run, or null when no such file failed.</returns>
    public async Task<long?> RetryAsync(string collection, string file, CancellationToken cancellationToken)
    {
        if (collection == UploadShelf.Collection || await _parts.Queue.FailedJobAsync(collection, file, cancellationToken) is not { } job)
        {
            return null;
        }

        var run = await _ingestor.BeginAsync("retry", collection, cancellationToken);
        await _parts.Queue.AddAsync(run, [job], null, _parts.Time.GetUtcNow(), cancellationToken);
        _keeper.Follow(run, "retry");
        return run;
    }
}
