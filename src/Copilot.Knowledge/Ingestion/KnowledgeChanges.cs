namespace Copilot.Knowledge;

/// <summary>Tells, inside this process, that the library was written to: what is derived from it (vectors, caches) may be brought up to date. A process that must know of others asks the store.</summary>
public sealed class KnowledgeChanges
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _count;

    /// <summary>Gets how often the library was written to.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Says that something was written.</summary>
    internal void Tell()
    {
        Interlocked.Increment(ref _count);
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    /// <summary>Waits until something was written after a count.</summary>
    /// <param name="since">The <see cref="Count"/> that was seen last.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The count now.</returns>
    public async Task<long> AfterAsync(long since, CancellationToken cancellationToken)
    {
        while (Count == since)
        {
            var next = Volatile.Read(ref _next);
            if (Count == since)
            {
                await next.Task.WaitAsync(cancellationToken);
            }
        }

        return Count;
    }
}
