using System.Data.Common;

namespace Copilot.Contracts;

/// <summary>The relational store (SQLite or PostgreSQL). Implemented by Host; SQL is written only in classes named …Store.</summary>
public interface IStoreDatabase
{
    /// <summary>Runs work on the one writing connection inside a transaction that commits when the work returns and rolls back when it throws. Durable on return.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="work">The work; synchronous, since SQLite is.</param>
    /// <param name="cancellationToken">Stops the wait for the turn to write; work that has begun runs to its end.</param>
    /// <returns>What the work returned.</returns>
    Task<T> WriteAsync<T>(Func<DbTransaction, T> work, CancellationToken cancellationToken);

    /// <summary>Runs reading work on a connection of its own.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Stops the wait for a connection.</param>
    /// <returns>What the work returned.</returns>
    Task<T> ReadAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken);
}
