using System.Collections.Concurrent;
using Copilot.Contracts;

namespace Copilot.Governance.Pace;

/// <summary>
/// How many questions a caller may ask in a minute over all nodes. A node takes a twentieth of the minute's questions from the store at a time, so that
/// most questions cost no write; what it took and did not use is lost to the other nodes until the next minute.
/// </summary>
internal sealed class QuestionLimit(PaceStore store, GovernanceOptions options, TimeProvider time)
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<(string Tenant, string Caller), Share> shares = new();
    private readonly int limit = options.QuestionsPerMinute;
    private readonly int portion = Math.Clamp(options.QuestionsPerMinute / 20, 1, 1000);

    /// <summary>Counts one question.</summary>
    /// <returns>False when it is one too many.</returns>
    public async ValueTask<bool> TakeAsync(Caller caller, CancellationToken cancellationToken)
    {
        var share = shares.GetOrAdd((caller.Tenant, caller.Id), _ => new Share());
        if (share.Take(Minute()) is { } known)
        {
            return known;
        }

        if (shares.Count > MostKept)
        {
            foreach (var old in shares.Where(s => s.Value.IsBefore(Minute())).Select(s => s.Key).ToList())
            {
                shares.TryRemove(old, out _);
            }
        }

        // One asks the store, and those who come meanwhile live on what it brings: two hundred at once would take two hundred portions.
        await share.Turn.WaitAsync(cancellationToken);
        try
        {
            var minute = Minute();
            if (share.Take(minute) is { } brought)
            {
                return brought;
            }

            var given = await store.TakeAsync(caller.Tenant, caller.Id, minute, portion, limit, cancellationToken);
            share.Add(minute, given - 1);
            return given > 0;
        }
        finally
        {
            share.Turn.Release();
        }
    }

    private long Minute() => time.GetUtcNow().ToUnixTimeSeconds() / 60;

    /// <summary>What this node has left of a minute.</summary>
    private sealed class Share
    {
        private readonly Lock gate = new();
        private long minute = -1;
        private int left;
        private bool isOver;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>Whether there was one left; null when the store must be asked.</summary>
        public bool? Take(long now)
        {
            lock (gate)
            {
                if (minute != now)
                {
                    return null;
                }

                if (left > 0)
                {
                    left--;
                    return true;
                }

                return isOver ? false : null;
            }
        }

        /// <summary>Adds what is left over of what the store gave; less than nothing when it had nothing to give.</summary>
        public void Add(long now, int more)
        {
            lock (gate)
            {
                if (minute < now)
                {
                    (minute, left, isOver) = (now, 0, false);
                }

                if (minute == now)
                {
                    left += Math.Max(0, more);
                    isOver |= more < 0;
                }
            }
        }

        public bool IsBefore(long now)
        {
            lock (gate)
            {
                return minute < now;
            }
        }
    }
}
