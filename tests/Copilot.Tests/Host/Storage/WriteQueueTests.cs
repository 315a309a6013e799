using System.Collections.Concurrent;
using System.Data.Common;
using Copilot.Host.Storage;
using Xunit;

namespace Copilot.Tests.Host.Storage;

/// <summary>Which writes share a transaction, and what one of them does to the others.</summary>
public sealed class WriteQueueTests
{
    private static readonly DbTransaction Transaction = null!;
    private readonly ConcurrentQueue<int> committed = [];
    private readonly List<int> written = [];
    private readonly TaskCompletionSource open = new();
    private int transactions;

    [Fact]
    public async Task What_waits_while_another_is_made_durable_goes_together_in_the_order_it_came()
    {
        await using var queue = Queue();
        var (first, rest) = await WaitingAsync(queue, 100, i => i);

        open.SetResult();

        Assert.Equal(0, await first);
        Assert.Equal(Enumerable.Range(1, 100), await Task.WhenAll(rest));
        Assert.Equal(Enumerable.Range(0, 101), committed);
        Assert.Equal(3, transactions);
    }

    [Fact]
    public async Task One_that_throws_takes_nothing_with_it()
    {
        await using var queue = Queue();
        var (first, rest) = await WaitingAsync(queue, 10, i => i == 5 ? throw new InvalidOperationException("no") : i);

        open.SetResult();
        await first;

        foreach (var (task, i) in rest.Select((t, i) => (t, i + 1)))
        {
            if (i == 5)
            {
                Assert.Equal("no", (await Assert.ThrowsAsync<InvalidOperationException>(() => task)).Message);
            }
            else
            {
                Assert.Equal(i, await task);
            }
        }

        Assert.Equal([0, 1, 2, 3, 4, 6, 7, 8, 9, 10], committed);
    }

    [Fact]
    public async Task A_commit_that_fails_is_told_to_everybody_and_the_next_write_works()
    {
        await using var queue = Queue(failing: 2);
        var (first, rest) = await WaitingAsync(queue, 3, i => i);

        open.SetResult();
        await first;

        foreach (var task in rest)
        {
            await Assert.ThrowsAsync<IOException>(() => task);
        }

        Assert.Equal(9, await queue.WriteAsync(Write(9, 9), CancellationToken.None));
        Assert.Equal([0, 9], committed);
    }

    [Fact]
    public async Task Who_leaves_the_queue_does_not_write()
    {
        await using var queue = Queue();
        using var leaving = new CancellationTokenSource();
        var (first, rest) = await WaitingAsync(queue, 1, i => i);
        var left = queue.WriteAsync(Write(2, 2), leaving.Token);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        open.SetResult();
        await Task.WhenAll([first, .. rest]);

        Assert.Equal([0, 1], committed);
    }

    [Fact]
    public async Task What_waits_is_finished_before_the_store_closes_and_nothing_comes_after()
    {
        var queue = Queue();
        var (first, rest) = await WaitingAsync(queue, 3, i => i);
        var closing = queue.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => queue.WriteAsync(Write(9, 9), CancellationToken.None));
        open.SetResult();
        await closing;
        await Task.WhenAll([first, .. rest]);

        Assert.Equal([0, 1, 2, 3], committed);
    }

    /// <summary>One write under way and others behind it.</summary>
    private async Task<(Task<int> First, Task<int>[] Others)> WaitingAsync(WriteQueue queue, int count, Func<int, int> result)
    {
        var begun = new TaskCompletionSource();
        var first = queue.WriteAsync(
            t =>
            {
                begun.TrySetResult();
                return Write(0, 0)(t);
            },
            CancellationToken.None);
        await begun.Task;
        return (first, [.. Enumerable.Range(1, count).Select(i => queue.WriteAsync(t => Write(i, result(i))(t), CancellationToken.None))]);
    }

    private Func<DbTransaction, int> Write(int number, int result) => _ =>
    {
        written.Add(number);
        return result;
    };

    /// <summary>A store that keeps what its work has written when the work is done and the commit is good.</summary>
    private WriteQueue Queue(int failing = 0) => new(
        async (work, _) =>
        {
            written.Clear();
            work(Transaction);
            if (Interlocked.Increment(ref transactions) == failing)
            {
                throw new IOException("the disk is full");
            }

            await open.Task;
            foreach (var number in written)
            {
                committed.Enqueue(number);
            }
        },
        meetsAll: _ => false);
}
