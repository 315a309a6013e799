using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Knowledge.Stores;
using Microsoft.Extensions.Logging;

namespace Copilot.Knowledge.Ingestion;

/// <summary>What ingestion works with, put together once.</summary>
internal sealed class IngestParts : IDisposable
{
    /// <summary>Puts it together.</summary>
    public IngestParts(
        IKnowledgeStore store,
        IIngestQueue queue,
        KnowledgeOptions options,
        FileFormats formats,
        IReadOnlyList<IDocumentFeed> feeds,
        KnowledgeChanges changes,
        TimeProvider time,
        ILogger logger)
    {
        (Store, Queue, Options, Formats, Time, Changes) = (store, queue, options, formats, time, changes);
        Work = new WorkFolder(Path.Combine(options.Data, "work"));
        Originals = new Originals(Path.Combine(options.Data, "originals"), time);
        var claims = new IdClaims(store);
        var documents = new DocumentIntake(store, claims, Originals, options);
        var files = new FileIntake(store, formats, documents, claims, new ContainerIntake(store, formats, Work, options), logger);
        Desk = new JobDesk(files, new FeedFetch(feeds, formats, documents, store, Work), store, options, time);
        Workers = new IngestWorkers(queue, Desk, changes, options, time);
        Folders = new FolderSync(store, queue, formats, options, time);
        Feeds = new FeedSync(feeds, store, queue, formats, time);
    }

    /// <summary>Gets the store.</summary>
    public IKnowledgeStore Store { get; }

    /// <summary>Gets the queue.</summary>
    public IIngestQueue Queue { get; }

    /// <summary>Gets the options.</summary>
    public KnowledgeOptions Options { get; }

    /// <summary>Gets what can be read.</summary>
    public FileFormats Formats { get; }

    /// <summary>Gets the clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Gets what tells that something was written.</summary>
    public KnowledgeChanges Changes { get; }

    /// <summary>Gets where files lie for a while.</summary>
    public WorkFolder Work { get; }

    /// <summary>Gets the bytes that are kept.</summary>
    public Originals Originals { get; }

    /// <summary>Gets how the files of folders looked when they were put into the queue last.</summary>
    public SeenFiles Seen { get; } = new();

    /// <summary>Gets what does a job.</summary>
    public JobDesk Desk { get; }

    /// <summary>Gets the workers.</summary>
    public IngestWorkers Workers { get; }

    /// <summary>Gets what follows folders.</summary>
    public FolderSync Folders { get; }

    /// <summary>Gets what follows feeds.</summary>
    public FeedSync Feeds { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Workers.Dispose();
        Desk.Dispose();
    }
}
