using System.Data.Common;
using System.Threading.Channels;

namespace Copilot.Host.Storage;

/// <summary>
/// Writes that wait while another is made durable go together into the next transaction, in the order in which they came: a flush to the disk takes some
/// milliseconds however much it holds. One that throws takes nothing with it: then each runs in a transaction of its own.
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    private const int MostTogether = 64;

    private readonly Channel<Queued> _waiting = Channel.CreateUnbounded<Queued>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Func<Func<DbTransaction, bool>, CancellationToken, Task> _transact;
    private readonly Predicate<Exception> _meetsAll;
    private readonly Task _working;

    /// <summary>Starts the queue.</summary>
    /// <param name="transact">Runs work in one transaction: durable when the task is done, nothing left behind when it throws. May run the work again after a lost connection.</param>
    /// <param name="meetsAll">Says of what a work threw whether it is the store's own trouble (a lost connection), which trying one by one would only repeat.</param>
    public WriteQueue(Func<Func<DbTransaction, bool>, CancellationToken, Task> transact, Predicate<Exception> meetsAll)
    {
        _transact = transact;
        _meetsAll = meetsAll;
        _working = Task.Run(WorkAsync);
    }

    /// <summary>Runs work in a transaction, alone or with others.</summary>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public async Task<T> WriteAsync<T>(Func<DbTransaction, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var queued = new Queued<T>(work, cancellationToken);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(queued), this);
        await using var leaves = cancellationToken.UnsafeRegister(static (one, token) => ((Queued)one!).GiveUp(token), queued);
        return await queued.Result;
    }

    /// <summary>Finishes what waits.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _working;
    }

    private async Task WorkAsync()
    {
        var together = new List<Queued>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            together.Clear();
            while (together.Count < MostTogether && _waiting.Reader.TryRead(out var next))
            {
                if (next.Begin())
                {
                    together.Add(next);
                }
            }

            await CommitAsync(together);
        }
    }

    private async Task CommitAsync(List<Queued> together)
    {
        if (together.Count > 1)
        {
            try
            {
                await _transact(t => together.TrueForAll(w => w.Run(t)), CancellationToken.None);
                together.ForEach(w => w.Succeed());
                return;
            }
            catch (Exception e) when (!together.Exists(w => w.Threw) || _meetsAll(e))
            {
                together.ForEach(w => w.Fail(e));
                return;
            }
            catch (Exception)
            {
                // One of them threw, and nothing of the others is left behind: each stands for itself.
            }
        }

        foreach (var one in together)
        {
            try
            {
                await _transact(one.Run, one.Leaving);
                one.Succeed();
            }
            catch (Exception e)
            {
                one.Fail(e);
            }
        }
    }

    /// <summary>A write in the queue.</summary>
    private abstract class Queued(CancellationToken leaving)
    {
        private int _begun;

        public CancellationToken Leaving { get; } = leaving;

        /// <summary>Gets a value indicating whether the work itself threw when it ran last.</summary>
        public bool Threw { get; private protected set; }

        /// <summary>Takes it out of the queue.</summary>
        /// <returns>False when its caller has given up.</returns>
        public bool Begin() => Interlocked.Exchange(ref _begun, 1) == 0;

        public void GiveUp(CancellationToken token)
        {
            if (Begin())
            {
                Cancel(token);
            }
        }

        public abstract bool Run(DbTransaction transaction);

        public abstract void Succeed();

        public abstract void Fail(Exception exception);

        protected abstract void Cancel(CancellationToken token);
    }

    private sealed class Queued<T>(Func<DbTransaction, T> work, CancellationToken leaving) : Queued(leaving)
    {
        // The next write does not wait for what a caller does with its result.
        private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Result => _source.Task;

        public override bool Run(DbTransaction transaction)
        {
            Threw = true;
            _result = work(transaction);
            Threw = false;
            return true;
        }

        public override void Succeed() => _source.TrySetResult(_result!);

        public override void Fail(Exception exception) => _source.TrySetException(exception);

        protected override void Cancel(CancellationToken token) => _source.TrySetCanceled(token);
    }
}
