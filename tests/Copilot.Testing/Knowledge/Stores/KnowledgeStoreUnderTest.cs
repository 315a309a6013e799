using Copilot.Knowledge.Stores;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>A place where one store begins empty and leaves nothing behind: a file, a schema, a collection. Each test has its own.</summary>
public abstract class KnowledgeStoreUnderTest : IAsyncDisposable
{
    /// <summary>Why the store can't be asked here, or null when it can.</summary>
    public virtual string? MissingBecause => null;

    /// <summary>Opens the store at this place; asked again, it opens it once more, as another process would.</summary>
    internal abstract Task<IKnowledgeStore> OpenAsync();

    /// <summary>Removes everything; all that was opened is closed before.</summary>
    public abstract ValueTask DisposeAsync();
}
