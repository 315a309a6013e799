using System.Data.Common;
using Copilot.Contracts;
using Copilot.Host.Storage;
using Copilot.Testing.Service;

namespace Copilot.Testing.Storage;

/// <summary>An empty store of one kind, made for one test and gone afterwards.</summary>
public abstract class StoreUnderTest : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Why there is no such store here, or null.</summary>
    public virtual string? MissingBecause => null;

    /// <summary>A folder for what does not lie in the database.</summary>
    public string Folder => folder.Path;

    /// <summary>What somebody who owns the database does before tampering with the trail.</summary>
    public abstract string Disarm { get; }

    /// <summary>Makes the empty database.</summary>
    public virtual Task CreateAsync() => Task.CompletedTask;

    /// <summary>The store as another process sees it.</summary>
    internal abstract IStoreDatabase Open();

    /// <summary>Another process on the store's roster.</summary>
    internal abstract INodes Node(IStoreDatabase database);

    /// <summary>The steps that go with this kind of store.</summary>
    internal virtual IReadOnlyList<SchemaStep> Steps => [];

    public virtual ValueTask DisposeAsync()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether this is the store's own error, for a statement it refuses.</summary>
    public static bool IsRefusal(Exception exception) => exception is DbException;
}
