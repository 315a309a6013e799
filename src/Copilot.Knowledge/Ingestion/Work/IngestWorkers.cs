using System.Collections.Concurrent;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Takes jobs from the queue and does them, several at a time. A job is held by a lease that is renewed while it is worked on.</summary>
internal sealed class IngestWorkers(IIngestQueue queue, JobDesk desk, KnowledgeChanges changes, KnowledgeOptions options, TimeProvider time) : IDisposable
{
    /// <summary>The priority of files that somebody waits for, and of those that are read quickly.</summary>
    public const int Quick = 1;

    private const int All = int.MaxValue;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<long, FileProgress> _held = new();
    private readonly SemaphoreSlim _told = new(1, 1);

    /// <summary>Works until a run is done, by whomever.</summary>
    /// <param name="run">The run.</param>
    /// <param name="progress">Told after each file of it that was done here; or null.</param>
    /// <param name="cancellationToken">Stops the work; jobs begun are given back.</param>
    public Task DrainAsync(long run, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
        => WorkAsync(run, All, progress, async ct => (await queue.RunAsync(run, ct)) is not { FinishedAt: null }, cancellationToken);

    /// <summary>Works until the files of a run that are read quickly are done.</summary>
    public Task DrainQuickAsync(long run, CancellationToken cancellationToken)
        => WorkAsync(run, Quick, null, async ct => !await queue.IsOpenAsync(run, Quick, ct), cancellationToken);

    /// <summary>Works until it is stopped.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => WorkAsync(null, All, null, _ => Task.FromResult(false), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _told.Dispose();

    private async Task WorkAsync(long? run, int priority, IProgress<IngestProgress>? progress, Func<CancellationToken, Task<bool>> isDone, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewal = RenewAsync(stop.Token);
        var workers = Enumerable.Range(0, options.WorkersInUse).Select(_ => Task.Run(() => WorkAsync(run, priority, progress, isDone, stop), stop.Token)).ToList();
        try
        {
            await Task.WhenAll(workers);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // One worker failed and stopped the others: its fault is the one to tell.
            await Task.WhenAll(workers.Where(w => w.IsFaulted));
            throw;
        }
        finally
        {
            await stop.CancelAsync();
            await renewal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WorkAsync(long? run, int priority, IProgress<IngestProgress>? progress, Func<CancellationToken, Task<bool>> isDone, CancellationTokenSource stop)
    {
        try
        {
            while (true)
            {
                stop.Token.ThrowIfCancellationRequested();
                if (await queue.TakeAsync(Environment.MachineName, run, priority, 1, time.GetUtcNow(), Lease, stop.Token) is [var job])
                {
                    await DoAsync(job, run, progress, stop.Token);
                }
                else if (await isDone(stop.Token))
                {
                    return;
                }
                else
                {
                    await Task.Delay(Pause, time, stop.Token);
                }
            }
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task DoAsync(TakenJob job, long? run, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var file = _held[job.Key] = new FileProgress();
        try
        {
            var end = await desk.DoAsync(job, file, cancellationToken);
            if (end.Outcome is not { } outcome)
            {
                await queue.ReturnAsync(job.Key, end.Why, time.GetUtcNow() + end.After, countAttempt: true, cancellationToken);
                return;
            }

            if (outcome.Added + outcome.Updated + outcome.Removed > 0)
            {
                changes.Tell();
            }

            await FinishAsync(job, outcome, run, progress, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await queue.ReturnAsync(job.Key, "it was stopped", time.GetUtcNow(), countAttempt: false, CancellationToken.None);
            throw;
        }
        catch
        {
            await queue.ReturnAsync(job.Key, "the store failed", time.GetUtcNow(), countAttempt: true, CancellationToken.None);
            throw;
        }
        finally
        {
            _held.TryRemove(job.Key, out _);
        }
    }

    private async Task FinishAsync(TakenJob job, FileOutcome outcome, long? run, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        await _told.WaitAsync(cancellationToken);
        try
        {
            // What was done is counted even when the stop came meanwhile.
            var now = await queue.FinishAsync(job.Key, outcome, time.GetUtcNow(), CancellationToken.None);
            if (now is not null && job.Run == run)
            {
                progress?.Report(new IngestProgress(now.Done, now.Files, job.Task.Source));
            }
        }
        finally
        {
            _told.Release();
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(Renewal, time, cancellationToken);
            await queue.RenewAsync([.. _held.Select(h => new JobProgress(h.Key, h.Value.Pages, h.Value.Chunks))], time.GetUtcNow(), Lease, cancellationToken);
        }
    }
}
