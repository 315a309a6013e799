using System.Data.Common;
using Copilot.Contracts;
using Copilot.Host.Storage;
using Dapper;
using Xunit;

namespace Copilot.Testing.Storage;

/// <summary>What every store must do, embedded or PostgreSQL: each suite derived from this class asks the same of both.</summary>
public abstract class StoreContract(StoreUnderTest store) : IAsyncLifetime
{
    private readonly List<object> opened = [];
    private IStoreDatabase? database;

    internal static CancellationToken None => CancellationToken.None;

    internal StoreUnderTest Store
    {
        get
        {
            Skip.If(store.MissingBecause is not null, store.MissingBecause);
            return store;
        }
    }

    internal IStoreDatabase Database => database ??= Another();

    /// <summary>The steps a suite needs.</summary>
    internal virtual IReadOnlyList<SchemaStep> Steps => [];

    public virtual async Task InitializeAsync()
    {
        if (store.MissingBecause is null)
        {
            await store.CreateAsync();
            await new SchemaStore(Database, [.. Steps, .. store.Steps], TimeProvider.System).ApplyAsync(None);
        }
    }

    public async Task DisposeAsync()
    {
        // Last opened, first closed: a node leaves before its database does.
        foreach (var one in Enumerable.Reverse(opened))
        {
            await CloseAsync(one);
        }

        await store.DisposeAsync();
    }

    /// <summary>The store as another process sees it.</summary>
    internal IStoreDatabase Another()
    {
        var another = Store.Open();
        opened.Add(another);
        return another;
    }

    /// <summary>Another process on the roster.</summary>
    internal INodes Node()
    {
        var node = Store.Node(Database);
        opened.Add(node);
        return node;
    }

    /// <summary>Lets a process leave the roster now.</summary>
    internal async Task LeaveAsync(INodes node)
    {
        opened.Remove(node);
        await CloseAsync(node);
    }

    internal Task<int> ExecuteAsync(string sql, object? row = null) => Database.WriteAsync(t => t.Connection!.Execute(sql, row, t), None);

    internal Task<T> ScalarAsync<T>(string sql) => Database.ReadAsync(c => c.ExecuteScalar<T>(sql)!, None);

    internal static async Task RefusedAsync(Func<Task> act) => Assert.IsAssignableFrom<DbException>(await Assert.ThrowsAnyAsync<Exception>(act));

    private static async Task CloseAsync(object one)
    {
        if (one is IAsyncDisposable later)
        {
            await later.DisposeAsync();
        }
        else
        {
            ((IDisposable)one).Dispose();
        }
    }
}
