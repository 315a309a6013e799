using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Storage;

namespace Copilot.Host.Channels.Web;

/// <summary>
/// Questions with an id of their client's: each becomes one turn however often it is sent, and the turn outlives a lost line. Its events are rows as well,
/// so that a client that comes back to another node goes on there.
/// </summary>
internal sealed class LiveTurns(QuestionDesk desk, LiveTurnStore rows, TurnStore turns, Faults faults, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);

    // Between the moment a node takes a question in and the row of its turn lie some milliseconds; after this long nobody works on it.
    private static readonly TimeSpan Lost = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, (LiveTurn Turn, Task Running)> _live = new(StringComparer.Ordinal);

    /// <summary>Finds the turn of a question that has come before.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="clientId">The client's own id of the question.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The turn, and whether it was lost before it began; null for a new question.</returns>
    public async Task<(string TurnId, bool IsLost)?> FindAsync(Caller caller, string clientId, CancellationToken cancellationToken)
        => await rows.FindAsync(caller, clientId, cancellationToken) is var (id, at)
            ? (id, !_live.ContainsKey(id) && time.GetUtcNow() - at > Lost && !await rows.HasBegunAsync(id, cancellationToken))
            : null;

    /// <summary>Begins a turn, unless the same question came at the same time by another line.</summary>
    /// <param name="request">The accepted turn.</param>
    /// <param name="clientId">The client's own id of the question.</param>
    /// <param name="inPlaceOf">The turn that was lost before it began, or null.</param>
    /// <param name="cancellationToken">Stops the call, not the turn.</param>
    /// <returns>The turn to follow.</returns>
    public async Task<string> BeginAsync(TurnRequest request, string clientId, string? inPlaceOf, CancellationToken cancellationToken)
    {
        var id = await rows.ClaimAsync(request.Caller, clientId, request.TurnId, inPlaceOf, cancellationToken);
        if (id == request.TurnId)
        {
            var live = new LiveTurn();
            var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _live[id] = (live, RunAsync(request, live, begin.Task));
            begin.SetResult();
        }

        return id;
    }

    /// <summary>Follows a turn, wherever it runs, to its end. Leaving does not stop it.</summary>
    /// <param name="caller">Whose turn it is.</param>
    /// <param name="turnId">The turn.</param>
    /// <param name="after">The number of the last event that is known; 0 for none.</param>
    /// <param name="cancellationToken">The reader left.</param>
    /// <returns>The events after that one; for a turn that has ended, its last.</returns>
    public async IAsyncEnumerable<JsonElement> FollowAsync(Caller caller, string turnId, int after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow();
        while (true)
        {
            if (_live.TryGetValue(turnId, out var here))
            {
                await foreach (var update in here.Turn.FollowAsync(after, cancellationToken))
                {
                    yield return update;
                }

                yield break;
            }

            foreach (var row in await rows.AfterAsync(turnId, after, cancellationToken))
            {
                after++;
                var update = JsonSerializer.Deserialize<JsonElement>(row, ContractJson.Options);
                yield return update;
                if (update.GetProperty("type").ValueEquals("turn"))
                {
                    yield break;
                }
            }

            if (await turns.FindAsync(caller, turnId, cancellationToken) is { } ended)
            {
                yield return NumberedUpdate.Of(new TurnFinished(ended.Turn), after + 1);
                yield break;
            }

            if (time.GetUtcNow() - since > Lost && !await rows.HasBegunAsync(turnId, cancellationToken))
            {
                yield break;
            }

            await Task.Delay(Look, time, cancellationToken);
        }
    }

    /// <summary>Stops the turn of a question, wherever it runs.</summary>
    /// <param name="caller">Who asked.</param>
    /// <param name="clientId">The client's own id of the question.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public async Task StopAsync(Caller caller, string clientId, CancellationToken cancellationToken)
    {
        if (await rows.FindAsync(caller, clientId, cancellationToken) is not var (id, _))
        {
            return;
        }

        if (_live.TryGetValue(id, out var here))
        {
            await here.Turn.StopAsync();
        }
        else
        {
            await rows.StopAsync(caller, clientId, cancellationToken);
        }
    }

    /// <summary>Stops what runs and waits until each turn is written down.</summary>
    /// <returns>A task.</returns>
    public async ValueTask DisposeAsync()
    {
        var running = _live.Values.ToList();
        foreach (var (turn, _) in running)
        {
            await turn.StopAsync();
        }

        await Task.WhenAll(running.Select(one => one.Running));
    }

    private async Task RunAsync(TurnRequest request, LiveTurn live, Task begin)
    {
        await begin;
        var kept = 0;
        var keeping = Task.CompletedTask;
        try
        {
            await foreach (var update in desk.RunAsync(request, live.Stopping))
            {
                live.Say(update);
                if (keeping.IsCompleted)
                {
                    await keeping;
                    var fresh = live.Since(kept);
                    keeping = KeepAsync(request.TurnId, live, kept + 1, [.. fresh.Select(one => one.GetRawText())]);
                    kept += fresh.Count;
                }
            }
        }
        catch (OperationCanceledException) when (live.Stopping.IsCancellationRequested)
        {
            // Its last word has been said, or the row of the turn says it.
        }
        catch (Exception exception)
        {
            faults.Note(exception);
        }
        finally
        {
            live.End();
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ForgetAsync(request.TurnId);
            _live.TryRemove(request.TurnId, out _);
            live.Dispose();
        }
    }

    private async Task KeepAsync(string turnId, LiveTurn live, int first, IReadOnlyList<string> events)
    {
        try
        {
            if (await rows.AppendAsync(turnId, first, events, CancellationToken.None))
            {
                await live.StopAsync();
            }
        }
        catch (Exception exception)
        {
            // The turn goes on for those who listen here, and its own row is written by others; only a reader at another node waits for the end.
            faults.Note(exception);
        }
    }

    private async Task ForgetAsync(string turnId)
    {
        try
        {
            await rows.ForgetAsync(turnId, CancellationToken.None);
        }
        catch (Exception exception)
        {
            faults.Note(exception);
        }
    }
}
