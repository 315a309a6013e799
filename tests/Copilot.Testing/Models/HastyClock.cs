using System.Collections.Concurrent;

namespace Copilot.Testing.Models;

/// <summary>
/// A clock on which pauses are over at once and are written down, while timers of <paramref name="timeout"/> never ring: a test of retries waits for nothing.
/// </summary>
/// <param name="now">What time it is.</param>
/// <param name="timeout">The one length that is a timeout and not a pause.</param>
/// <param name="ringTimeouts">Rings the timeouts too, at once.</param>
public sealed class HastyClock(DateTimeOffset now, TimeSpan timeout, bool ringTimeouts = false) : TimeProvider
{
    /// <summary>The pauses asked for.</summary>
    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == timeout)
        {
            return System.CreateTimer(callback, state, ringTimeouts ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            Pauses.Enqueue(dueTime);
        }

        return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
