using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge;

/// <summary>
/// Takes files, folders, sources and uploads into the library. Incremental: what is as before costs a look; a changed right costs a row. Each file
/// is a job in a queue that outlives this process, and each document is written whole or not at all, so that a crash leaves it as
/// before or as after and the next run does the rest. One file that can't be taken never stops the others.
/// </summary>
public sealed class KnowledgeIngestor
{
    private const int ShownRuns = 20;
    private const int ShownFailures = 200;
    private const int LookedAtFailures = 400;
    private const string SomeUpload = "(an upload)";

    private readonly IngestParts _parts;

    internal KnowledgeIngestor(IngestParts parts) => _parts = parts;

    /// <summary>Takes files and folders. Documents of a folder whose files are gone are removed; files that moved keep their ids.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="collection">The collection, or null for that of the source each file belongs to.</param>
    /// <param name="aclOverride">Who may read these documents, in the place of what they and their sources say: roles, <c>user:ID</c> or <c>all</c>; or null.</param>
    /// <param name="progress">Told after each file; or null.</param>
    /// <param name="cancellationToken">Stops the work; what was taken stays, the rest stays in the queue.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="CopilotException">The collection's name, a reader or <c>sources.json</c> is not valid.</exception>
    public async Task<IngestReport> IngestAsync(
        IReadOnlyList<string> paths,
        string? collection,
        IReadOnlyList<string>? aclOverride,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paths);
        Check(collection, aclOverride);
        var sources = SourcesFile.Read(_parts.Options);
        var run = await BeginAsync("terminal", collection, cancellationToken);
        await _parts.Folders.EnqueueAsync(run, paths, collection, aclOverride, sources, null, cancellationToken);
        return await FinishAsync(run, progress, cancellationToken);
    }

    /// <summary>Takes what a source of <c>sources.json</c> has now: a folder, or what changed in a feed.</summary>
    /// <param name="name">The source's name, or null for all.</param>
    /// <param name="progress">Told after each file; or null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="CopilotException">There is no such source, or the system behind a feed can't be reached.</exception>
    public async Task<IngestReport> IngestSourceAsync(string? name, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var all = SourcesFile.Read(_parts.Options);
        var wanted = all.Sources.Where(s => name is null || string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (wanted.Count == 0)
        {
            throw new CopilotException($"There is no source \"{name}\"; there is {string.Join(", ", all.Sources.Select(s => $"\"{s.Name}\""))}.");
        }

        var run = await BeginAsync(name ?? "all sources", wanted.Select(s => s.Collection).Distinct().Count() == 1 ? wanted[0].Collection : null, cancellationToken);
        foreach (var source in wanted)
        {
            await EnqueueAsync(run, source, all, null, cancellationToken);
        }

        return await FinishAsync(run, progress, cancellationToken);
    }

    /// <summary>Puts what the folders have now into the queue, for those sources that are looked at when the service starts.</summary>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>The run, to be finished with <see cref="FinishAsync"/> or by the <see cref="SourceKeeper"/>.</returns>
    /// <exception cref="CopilotException"><c>sources.json</c> can't be used.</exception>
    public async Task<long> BeginFoldersAsync(CancellationToken cancellationToken)
    {
        var all = SourcesFile.Read(_parts.Options);
        var run = await BeginAsync("start", null, cancellationToken);
        foreach (var source in all.Sources.Where(s => s.Refresh.AtStart && Directory.Exists(s.Folder)))
        {
            await EnqueueAsync(run, source, all, _parts.Seen, cancellationToken);
        }

        // A run to which nothing was added has no end of its own.
        await _parts.Queue.AddAsync(run, [], null, _parts.Time.GetUtcNow(), cancellationToken);
        return run;
    }

    /// <summary>Works until the files of a run that are read quickly (texts) are done; scans and office files are left to others.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    public Task FinishQuickAsync(long run, CancellationToken cancellationToken) => _parts.Workers.DrainQuickAsync(run, cancellationToken);

    /// <summary>Works until a run is done.</summary>
    /// <param name="run">The run.</param>
    /// <param name="progress">Told after each file; or null.</param>
    /// <param name="cancellationToken">Stops the work; the rest stays in the queue.</param>
    /// <returns>What was done.</returns>
    public async Task<IngestReport> FinishAsync(long run, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        await _parts.Workers.DrainAsync(run, progress, cancellationToken);
        return await ReportAsync(run, cancellationToken);
    }

    /// <summary>Takes in what a person uploads, into the collection <c>uploads</c>, for nobody else to read. Its bytes are kept to show the original.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="fileName">Its name with extension, as the person's machine gives it.</param>
    /// <param name="user">The person, by <see cref="Caller.Id"/>.</param>
    /// <param name="scope">What it belongs to: the conversation.</param>
    /// <param name="cancellationToken">Stops the upload.</param>
    /// <returns>The documents it holds, and what there is to say about them.</returns>
    /// <exception cref="CopilotException">It is too large or has no name.</exception>
    public Task<UploadReport> TakeUploadAsync(Stream content, string fileName, string user, string scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrEmpty(user);
        return new UploadDesk(_parts).TakeAsync(content, fileName ?? string.Empty, user, scope ?? string.Empty, cancellationToken);
    }

    /// <summary>Forgets what a person uploaded in a scope: when the conversation is deleted.</summary>
    /// <param name="user">The person, by <see cref="Caller.Id"/>.</param>
    /// <param name="scope">The conversation.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    public Task ForgetUploadsAsync(string user, string scope, CancellationToken cancellationToken) => new UploadDesk(_parts).ForgetAsync(user, scope, cancellationToken);

    /// <summary>Gets the documents of an upload.</summary>
    /// <param name="user">The person, by <see cref="Caller.Id"/>.</param>
    /// <param name="attachmentId">The upload. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The documents; none when the person uploaded no such thing.</returns>
    public Task<IReadOnlyList<UploadedDocument>> FindUploadAsync(string user, string attachmentId, CancellationToken cancellationToken)
        => new UploadDesk(_parts).FindAsync(user, attachmentId, cancellationToken);

    /// <summary>Forgets one upload. The bytes of its original go with the next sweep, a day later at the latest, unless another document has the same.</summary>
    /// <param name="user">The person, by <see cref="Caller.Id"/>.</param>
    /// <param name="attachmentId">The upload. Untrusted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>False when the person uploaded no such thing.</returns>
    public Task<bool> ForgetUploadAsync(string user, string attachmentId, CancellationToken cancellationToken)
        => new UploadDesk(_parts).ForgetOneAsync(user, attachmentId, cancellationToken);

    /// <summary>Gets the extensions of files that can be read, for people: <c>.csv, .docx, .md</c>.</summary>
    public string Formats => _parts.Formats.Readable;

    /// <summary>Says what a run has done so far.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The report.</returns>
    /// <exception cref="CopilotException">The run is of long ago and forgotten.</exception>
    public async Task<IngestReport> ReportAsync(long run, CancellationToken cancellationToken)
    {
        var done = await _parts.Queue.RunAsync(run, cancellationToken) ?? throw new CopilotException($"Run {run} is not known any more; look at the newer ones.");
        var seconds = ((done.FinishedAt ?? _parts.Time.GetUtcNow()) - done.StartedAt).TotalSeconds;
        return new IngestReport
        {
            Collection = done.Collection,
            Files = done.Files,
            Added = done.Added,
            Updated = done.Updated,
            Unchanged = done.Unchanged,
            Removed = done.Removed,
            Passages = done.Passages,
            Pages = done.Pages,
            Seconds = Math.Round(Math.Max(0, seconds), 3),
            Failed = await _parts.Queue.RemarksAsync(run, refused: true, cancellationToken),
            Notes = await _parts.Queue.RemarksAsync(run, refused: false, cancellationToken),
        };
    }

    /// <summary>Says what ingestion is doing: in this process and in all others that share the queue. What people uploaded is counted and not named.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What waits, what is being read, what was done last, what failed and why.</returns>
    public async Task<IngestProgressView> ProgressAsync(CancellationToken cancellationToken)
    {
        var state = await _parts.Queue.StateAsync(cancellationToken);
        var runs = await _parts.Queue.RunsAsync(ShownRuns, cancellationToken);
        var open = runs.Where(r => r.FinishedAt is null).ToList();
        var seconds = open.Count == 0 ? 0 : (_parts.Time.GetUtcNow() - open.Min(r => r.StartedAt)).TotalSeconds;
        var failed = await _parts.Queue.FailuresAsync(LookedAtFailures, cancellationToken);
        return new IngestProgressView
        {
            Waiting = state.Waiting,
            Running = [.. state.Running.Select(f => IsUpload(f.Collection) ? f with { File = SomeUpload } : f)],
            Runs = runs,
            Failed = [.. failed.Where(f => !IsUpload(f.Collection)).Take(ShownFailures)],
            RefusedUploads = failed.Count(f => IsUpload(f.Collection)),
            FilesPerSecond = Rate(open.Sum(r => r.Done), seconds),
            PassagesPerSecond = Rate(open.Sum(r => r.Passages), seconds),
        };
    }

    /// <summary>Puts what a source has now into the queue. Of one that can't be asked the run says why, and does not stay open.</summary>
    internal async Task EnqueueAsync(long run, KnowledgeSource source, SourceList all, SeenFiles? seen, CancellationToken cancellationToken)
    {
        try
        {
            if (source.Feed is not null)
            {
                await _parts.Feeds.EnqueueAsync(run, source, cancellationToken);
            }
            else
            {
                await _parts.Folders.EnqueueAsync(run, [source.Folder!], null, null, all, seen, cancellationToken);
            }
        }
        catch (CopilotException fault)
        {
            await _parts.Queue.CountAsync(run, new FileOutcome { Failed = [new IngestRemark(source.Name, fault.Message)] }, _parts.Time.GetUtcNow(), cancellationToken);
            throw;
        }
    }

    /// <summary>Begins a run.</summary>
    internal Task<long> BeginAsync(string what, string? collection, CancellationToken cancellationToken)
        => _parts.Queue.BeginAsync(what, collection ?? _parts.Options.Collection, _parts.Time.GetUtcNow(), cancellationToken);

    private static bool IsUpload(string collection) => collection == UploadShelf.Collection;

    private static double Rate(int count, double seconds) => seconds <= 0 ? 0 : Math.Round(count / seconds, 2);

    private static void Check(string? collection, IReadOnlyList<string>? acl)
    {
        if (collection is not null && !KnowledgeOptions.IsCollectionName(collection))
        {
            throw new CopilotException($"\"{collection}\" can't name a collection; use 1 to 64 letters, digits, dots, dashes and underscores.");
        }

        if (acl is not null && ReaderNames.Unknown(acl) is { } unknown)
        {
            throw new CopilotException($"\"{unknown}\" is not a role; name {ReaderNames.Choices}.");
        }

        if (acl is { Count: 0 })
        {
            throw new CopilotException("The list of readers is empty, nobody could read the documents; name some roles, or all.");
        }
    }
}
