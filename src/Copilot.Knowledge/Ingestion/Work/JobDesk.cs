using Copilot.Contracts;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Does one job and says what becomes of it. Trouble of the store is not caught: it is not the file's.</summary>
internal sealed class JobDesk(FileIntake intake, FeedFetch fetch, IKnowledgeStore store, KnowledgeOptions options, TimeProvider time) : IDisposable
{
    /// <summary>How often a file is begun before it is given up.</summary>
    public const int MostAttempts = 5;

    // Files are opened one after the other: of two that want the same id the first in the queue gets it.
    private readonly SemaphoreSlim _opening = new(1, 1);

    /// <summary>Does the job.</summary>
    public async Task<JobEnd> DoAsync(TakenJob job, FileProgress progress, CancellationToken cancellationToken)
    {
        if (job.Attempt > MostAttempts)
        {
            return Refused(job, $"reading it was begun {MostAttempts} times and never came to its end; it may be damaged or too large for this machine's memory. Split it or save it again.");
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(options.FileMinutes), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await TakeAsync(job, progress, both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Refused(job, $"reading it took longer than {options.FileMinutes} minutes; split it, or give more time with Copilot__Knowledge__FileMinutes.");
        }
        catch (CopilotException e) when (e.IsTransient)
        {
            return Later(job, e.Message);
        }
        catch (CopilotException e)
        {
            return Refused(job, e.Message);
        }
        catch (UnauthorizedAccessException)
        {
            return Refused(job, "the file can't be opened; what was read of it before stays. Check that it may be read.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new JobEnd(await RemovedAsync(job.Task, cancellationToken));
        }
        catch (IOException)
        {
            return Later(job, "the file can't be opened; what was read of it before stays. Check that it may be read and that its disk is well.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _opening.Dispose();

    private static JobEnd Refused(TakenJob job, string why) => new(new FileOutcome { Failed = [new IngestRemark(job.Task.Source, why)] });

    private static JobEnd Later(TakenJob job, string why)
        => job.Attempt >= MostAttempts ? Refused(job, why) : new JobEnd(null, TimeSpan.FromMilliseconds(250 << (job.Attempt * 2)), why);

    private async Task<JobEnd> TakeAsync(TakenJob job, FileProgress progress, CancellationToken cancellationToken)
    {
        if (job.Task.Entry is not null && job.Task.Path is null)
        {
            return new JobEnd(await fetch.TakeAsync(job.Task, this, progress, cancellationToken) ?? await RemovedAsync(job.Task, cancellationToken));
        }

        return new JobEnd(await TakeFileAsync(job.Task, job.Task.Path!, progress, cancellationToken));
    }

    /// <summary>Takes a file whose bytes are on this machine.</summary>
    public async Task<FileOutcome> TakeFileAsync(FileTask task, string path, FileProgress progress, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException("The file is gone.", path);
        }

        FileOpening opening;
        await _opening.WaitAsync(cancellationToken);
        try
        {
            opening = await intake.OpenAsync(task, path, cancellationToken);
        }
        finally
        {
            _opening.Release();
        }

        return await intake.TakeAsync(opening, progress, 0, cancellationToken);
    }

    private async Task<FileOutcome> RemovedAsync(FileTask task, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> gone = [
            .. await store.HeldAsync(task.Collection, task.Source, cancellationToken) is null ? [] : new[] { task.Source },
            .. await store.SourcesAsync(task.Collection, task.Source + FileSource.Member, cancellationToken)];
        foreach (var source in gone)
        {
            await store.RemoveAsync(task.Collection, source, cancellationToken);
        }

        return new FileOutcome { Removed = gone.Count };
    }
}
