using Copilot.Knowledge.Stores;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>A place where one queue begins empty and leaves nothing behind. Each test has its own.</summary>
public abstract class IngestQueueUnderTest : IAsyncDisposable
{
    /// <summary>Why the queue can't be asked here, or null when it can.</summary>
    public virtual string? MissingBecause => null;

    /// <summary>Opens the queue at this place; asked again, it opens it once more, as another process would.</summary>
    internal abstract Task<IIngestQueue> OpenAsync();

    /// <summary>Removes everything; all that was opened is closed before.</summary>
    public abstract ValueTask DisposeAsync();
}
