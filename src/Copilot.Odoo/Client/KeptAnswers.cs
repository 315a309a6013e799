using System.Collections.Concurrent;

namespace Copilot.Odoo.Client;

/// <summary>Answers that hold for a while, each asked for once at a time. A failed question is not kept.</summary>
internal sealed class KeptAnswers<TKey, TValue>(TimeProvider time, TimeSpan lifetime)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Cell> cells = new();

    public async Task<TValue> GetAsync(TKey key, Func<CancellationToken, Task<TValue>> ask, CancellationToken cancellationToken)
    {
        var cell = cells.GetOrAdd(key, _ => new Cell());
        if (Fresh(cell) is { } fresh)
        {
            return fresh.Value;
        }

        await cell.Gate.WaitAsync(cancellationToken);
        try
        {
            if (Fresh(cell) is { } meanwhile)
            {
                return meanwhile.Value;
            }

            var value = await ask(cancellationToken);
            cell.Kept = new Answer(value, time.GetUtcNow());
            return value;
        }
        finally
        {
            cell.Gate.Release();
        }
    }

    public void Forget(TKey key)
    {
        if (cells.TryGetValue(key, out var cell))
        {
            cell.Kept = null;
        }
    }

    private Answer? Fresh(Cell cell) => cell.Kept is { } kept && time.GetUtcNow() - kept.At < lifetime ? kept : null;

    private sealed record Answer(TValue Value, DateTimeOffset At);

    private sealed class Cell
    {
        // Never disposed: without a wait handle a semaphore holds nothing but memory.
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Answer? Kept { get; set; }
    }
}
