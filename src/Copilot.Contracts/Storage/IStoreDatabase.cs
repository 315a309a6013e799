using System.Data.Common;

namespace Copilot.Contracts;

/// <summary>The relational store (SQLite or PostgreSQL). Implemented by Host; SQL is written only in classes named …Store.</summary>
public interface IStoreDatabase
{
    /// <summary>Gets whose SQL it speaks.</summary>
    StoreDialect Dialect { get; }

    /// <summary>
    /// Runs work inside a transaction that commits when the work returns and rolls back when it throws. Durable on return. One writer works at a
    /// time over all processes that share the store, so what the work reads stays true until it is done.
    /// </summary>
    /// <remarks>When the connection is lost before the commit the work may run a second time on a new one: it does nothing but read and write through its transaction.</remarks>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="work">The work; synchronous, since SQLite is.</param>
    /// <param name="cancellationToken">Stops the wait for the turn to write; work that has begun runs to its end.</param>
    /// <returns>What the work returned.</returns>
    Task<T> WriteAsync<T>(Func<DbTransaction, T> work, CancellationToken cancellationToken);

    /// <summary>Runs reading work on a connection of its own, which refuses to write. On PostgreSQL all its statements see the same moment.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="work">The work; may run a second time when the connection is lost.</param>
    /// <param name="cancellationToken">Stops the wait for a connection.</param>
    /// <returns>What the work returned.</returns>
    Task<T> ReadAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken);
}
