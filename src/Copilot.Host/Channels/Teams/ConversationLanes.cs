namespace Copilot.Host.Channels.Teams;

/// <summary>
/// Work that was acknowledged and is done afterwards: one piece after the other within a conversation, several conversations at once, and no more waiting
/// than there is room for.
/// </summary>
/// <param name="faults">Where faults go.</param>
internal sealed class ConversationLanes(Faults faults) : IHostedService, IDisposable
{
    /// <summary>How many pieces of work may wait or run.</summary>
    public const int MostWaiting = 500;

    private const int MostRunning = 16;
    private const int MostInOneLane = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(MostRunning, MostRunning);
    private readonly CancellationTokenSource _stop = new();
    private int _waiting;

    /// <summary>Puts work behind what the conversation is busy with.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="work">The work.</param>
    /// <returns>False when there is no room; then it will not be done.</returns>
    public bool TryAdd(string conversation, Func<CancellationToken, Task> work)
    {
        lock (_lock)
        {
            if (_waiting >= MostWaiting || _stop.IsCancellationRequested)
            {
                return false;
            }

            if (_lanes.TryGetValue(conversation, out var lane))
            {
                if (lane.Work.Count >= MostInOneLane)
                {
                    return false;
                }

                lane.Work.Enqueue(work);
            }
            else
            {
                lane = _lanes[conversation] = new Lane();
                lane.Work.Enqueue(work);
                lane.Running = Task.Run(() => RunAsync(conversation, lane), CancellationToken.None);
            }

            _waiting++;
            return true;
        }
    }

    /// <summary>Stops what a conversation is busy with; what waits behind it goes on.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <returns>False when it is busy with nothing.</returns>
    public bool Stop(string conversation)
    {
        CancellationTokenSource? current;
        lock (_lock)
        {
            current = _lanes.GetValueOrDefault(conversation)?.Current;
        }

        try
        {
            current?.Cancel();
            return current is not null;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task[] running;
        lock (_lock)
        {
            running = [.. _lanes.Values.Select(lane => lane.Running)];
        }

        await _stop.CancelAsync();
        await Task.WhenAll(running).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        _places.Dispose();
    }

    private async Task RunAsync(string conversation, Lane lane)
    {
        while (Next(conversation, lane) is { } work)
        {
            try
            {
                await _places.WaitAsync(_stop.Token);
                try
                {
                    await work(lane.Current!.Token);
                }
                finally
                {
                    _places.Release();
                }
            }
            catch (OperationCanceledException)
            {
                // Stopped by the person or with the service: nothing is left to do.
            }
            catch (Exception exception)
            {
                faults.Note(exception);
            }
        }
    }

    private Func<CancellationToken, Task>? Next(string conversation, Lane lane)
    {
        lock (_lock)
        {
            if (lane.Current is { } done)
            {
                lane.Current = null;
                done.Dispose();
                _waiting--;
            }

            if (!lane.Work.TryDequeue(out var work))
            {
                _lanes.Remove(conversation);
                return null;
            }

            lane.Current = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            return work;
        }
    }

    private sealed class Lane
    {
        public Queue<Func<CancellationToken, Task>> Work { get; } = new();

        public CancellationTokenSource? Current { get; set; }

        public Task Running { get; set; } = Task.CompletedTask;
    }
}
