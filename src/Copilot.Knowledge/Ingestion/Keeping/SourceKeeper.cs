using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Microsoft.Extensions.Logging;

namespace Copilot.Knowledge;

/// <summary>Keeps the library up to date while the service runs: works through the queue, watches folders, follows feeds, clears away what nobody needs.</summary>
public sealed class SourceKeeper
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Sweep = TimeSpan.FromHours(1);

    private readonly KnowledgeIngestor _ingestor;
    private readonly IngestParts _parts;
    private readonly ILogger<SourceKeeper> _logger;
    private readonly List<(long Run, string What)> _followed = [];
    private readonly Lock _gate = new();

    internal SourceKeeper(KnowledgeIngestor ingestor, IngestParts parts, ILogger<SourceKeeper> logger)
        => (_ingestor, _parts, _logger) = (ingestor, parts, logger);

    /// <summary>Reports on a run that was begun elsewhere when it is done.</summary>
    /// <param name="run">The run.</param>
    /// <param name="what">What began it.</param>
    public void Follow(long run, string what)
    {
        lock (_gate)
        {
            _followed.Add((run, what));
        }
    }

    /// <summary>Works until it is stopped.</summary>
    /// <param name="finished">Told of each run that is done, with what began it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task.</returns>
    public async Task RunAsync(Func<IngestReport, string, CancellationToken, Task> finished, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(finished);
        _parts.Work.Sweep();
        await Task.WhenAll(WorkAsync(cancellationToken), WatchAsync(finished, cancellationToken));
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await _parts.Workers.RunAsync(cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The store or the queue fails: what was begun is in the queue, and is tried again.
                Log.WorkFailed(_logger, e);
                await Task.Delay(Rest, _parts.Time, cancellationToken);
            }
        }
    }

    private async Task WatchAsync(Func<IngestReport, string, CancellationToken, Task> finished, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Tick, _parts.Time);
        var state = new WatchState(_parts.Options, _parts.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                try
                {
                    if (state.Reload() is { } fault)
                    {
                        Log.SourcesFault(_logger, fault);
                    }

                    foreach (var source in state.Due())
                    {
                        await LookAsync(source, state.List, cancellationToken);
                    }

                    await TellAsync(finished, cancellationToken);
                    if (state.IsSweepDue(Sweep))
                    {
                        _parts.Originals.Sweep(await _parts.Store.OriginalsAsync(cancellationToken));
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    Log.WatchFailed(_logger, e);
                }
            }
        }
        finally
        {
            state.Dispose();
        }
    }

    private async Task LookAsync(KnowledgeSource source, SourceList all, CancellationToken cancellationToken)
    {
        if (source.Folder is not null && !Directory.Exists(source.Folder))
        {
            Log.NoFolder(_logger, source.Name, source.Folder);
            return;
        }

        try
        {
            var run = await _ingestor.BeginAsync(source.Name, source.Collection, cancellationToken);
            await _ingestor.EnqueueAsync(run, source, all, _parts.Seen, cancellationToken);
            Follow(run, source.Name);
        }
        catch (CopilotException e)
        {
            Log.SourceFault(_logger, source.Name, e.Message);
        }
    }

    private async Task TellAsync(Func<IngestReport, string, CancellationToken, Task> finished, CancellationToken cancellationToken)
    {
        List<(long Run, string What)> followed;
        lock (_gate)
        {
            followed = [.. _followed];
        }

        foreach (var (run, what) in followed)
        {
            if (await _parts.Queue.RunAsync(run, cancellationToken) is { FinishedAt: null })
            {
                continue;
            }

            lock (_gate)
            {
                _followed.Remove((run, what));
            }

            await finished(await _ingestor.ReportAsync(run, cancellationToken), what, cancellationToken);
        }
    }
}
