using Copilot.Models.Endpoints;

namespace Copilot.Models.Chat;

/// <summary>
/// The time limits of one answer: until its first word, between words, and for what may come after its end. They count while the endpoint is waited for and not
/// while the reader takes its time.
/// </summary>
internal sealed class AnswerClock : IDisposable
{
    /// <summary>How long counts and news of filters are waited for after the answer said that it is whole.</summary>
    public static readonly TimeSpan AfterEnd = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _first;
    private readonly TimeSpan _idle;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _both;
    private bool _hasBegun;

    /// <summary>Starts the limit of the first word.</summary>
    /// <param name="first">How long the first word may take.</param>
    /// <param name="idle">How long each next word may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="caller">The caller's own token.</param>
    public AnswerClock(TimeSpan first, TimeSpan idle, TimeProvider time, CancellationToken caller)
    {
        (_first, _idle, _caller) = (first, idle, caller);
        _limit = new CancellationTokenSource(first, time);
        _both = CancellationTokenSource.CreateLinkedTokenSource(caller, _limit.Token);
    }

    /// <summary>Gets what stops the waiting.</summary>
    public CancellationToken Token => _both.Token;

    /// <summary>Gets a value indicating whether a limit has passed, and not the caller left.</summary>
    public bool HasRung => _limit.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Starts the limit of the next word.</summary>
    public void Heard()
    {
        _hasBegun = true;
        _limit.CancelAfter(_idle);
    }

    /// <summary>Starts the limit of what may come after the end.</summary>
    public void Over() => _limit.CancelAfter(_idle < AfterEnd ? _idle : AfterEnd);

    /// <summary>Stops counting while the reader has the word.</summary>
    public void Pause() => _limit.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Makes the exception of the limit that passed.</summary>
    /// <param name="inner">What it looked like.</param>
    public EndpointException Fault(Exception inner)
        => new(EndpointFault.TimedOut, _hasBegun
            ? FormattableString.Invariant($"no next word within {_idle.TotalSeconds:0.#} s")
            : FormattableString.Invariant($"no first word within {_first.TotalSeconds:0.#} s"), inner);

    /// <inheritdoc/>
    public void Dispose()
    {
        _both.Dispose();
        _limit.Dispose();
    }
}
