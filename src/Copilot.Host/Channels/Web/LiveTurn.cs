using System.Runtime.CompilerServices;
using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Host.Channels.Web;

/// <summary>A turn that runs at this node, with everything it has said: whoever comes late or comes back hears the rest.</summary>
internal sealed class LiveTurn : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<JsonElement> _said = [];
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _ended;

    /// <summary>Gets what stops the turn.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Stops the turn; it still has its last word.</summary>
    /// <returns>A task.</returns>
    public Task StopAsync() => _stop.CancelAsync();

    /// <summary>Adds an event.</summary>
    /// <param name="update">What happened.</param>
    public void Say(TurnUpdate update)
    {
        lock (_gate)
        {
            _said.Add(NumberedUpdate.Of(update, _said.Count + 1));
            Wake();
        }
    }

    /// <summary>Nothing more is said.</summary>
    public void End()
    {
        lock (_gate)
        {
            _ended = true;
            Wake();
        }
    }

    /// <summary>Gets what has been said after an event, without waiting.</summary>
    /// <param name="after">The number of the event; 0 for none.</param>
    /// <returns>The events in order.</returns>
    public IReadOnlyList<JsonElement> Since(int after)
    {
        lock (_gate)
        {
            return _said.GetRange(Math.Min(after, _said.Count), Math.Max(0, _said.Count - after));
        }
    }

    /// <summary>Follows the turn to its end. Leaving does not stop it.</summary>
    /// <param name="after">The number of the last event that is known; 0 for none.</param>
    /// <param name="cancellationToken">The reader left.</param>
    /// <returns>The events after that one.</returns>
    public async IAsyncEnumerable<JsonElement> FollowAsync(int after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            Task more;
            bool ended;
            IReadOnlyList<JsonElement> fresh;
            lock (_gate)
            {
                (more, ended, fresh) = (_more.Task, _ended, Since(after));
            }

            foreach (var one in fresh)
            {
                yield return one;
            }

            after += fresh.Count;
            if (ended)
            {
                yield break;
            }

            await more.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private void Wake()
    {
        _more.TrySetResult();
        _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
