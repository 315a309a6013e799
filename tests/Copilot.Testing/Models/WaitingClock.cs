using System.Collections.Concurrent;

namespace Copilot.Testing.Models;

/// <summary>
/// A clock for those who wait: time limits that a test names never pass, or pass at once, and every other wait is a pause, which is over at once and written down.
/// It tells the time a test sets.
/// </summary>
/// <param name="now">What time it is.</param>
/// <param name="limits">The lengths that are limits and not pauses.</param>
public sealed class WaitingClock(DateTimeOffset now, params TimeSpan[] limits) : TimeProvider
{
    private readonly ConcurrentDictionary<TimeSpan, bool> _rings = new(limits.Select(limit => KeyValuePair.Create(limit, false)));
    private DateTimeOffset _now = now;

    /// <summary>The pauses that were made.</summary>
    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    /// <summary>Lets a limit pass at once, whenever it is set.</summary>
    public void Ring(TimeSpan limit) => _rings[limit] = true;

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time) => _now += time;

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => new Bell(this, System.CreateTimer(callback, state, Due(dueTime), Timeout.InfiniteTimeSpan));

    private TimeSpan Due(TimeSpan asked)
    {
        if (asked == Timeout.InfiniteTimeSpan)
        {
            return asked;
        }

        if (_rings.TryGetValue(asked, out var rings))
        {
            return rings ? TimeSpan.Zero : Timeout.InfiniteTimeSpan;
        }

        Pauses.Enqueue(asked);
        return TimeSpan.Zero;
    }

    private sealed class Bell(WaitingClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Due(dueTime), Timeout.InfiniteTimeSpan);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
