using System.Data;
using System.Data.Common;
using Copilot.Contracts;
using Npgsql;

namespace Copilot.Host.Storage.Postgres;

/// <summary>PostgreSQL as the store, shared by any number of nodes: one writer at a time over all of them, readers beside it.</summary>
/// <remarks>
/// The writer's turn is an advisory lock that ends with its transaction, so chains stay chains and what a writer has read stays true. A queue in
/// this process keeps its other writers from waiting on connections of the pool.
/// </remarks>
internal sealed class PostgresDatabase : IStoreDatabase, IAsyncDisposable
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    private readonly WriteQueue _writes;
    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _time;
    private bool _left;

    /// <summary>Names the database; it is reached when first used.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="time">For the pauses between two tries.</param>
    public PostgresDatabase(PostgresAddress address, TimeProvider time)
    {
        Address = address;
        _source = NpgsqlDataSource.Create(address.ConnectionString);
        _time = time;
        _writes = new WriteQueue((work, stop) => AgainAsync(committing => WriteOnceAsync(work, committing, stop), stop), meetsAll: e => e is NpgsqlException and not PostgresException);
    }

    /// <summary>Gets where it is.</summary>
    public PostgresAddress Address { get; }

    /// <inheritdoc/>
    public StoreDialect Dialect => StoreDialect.PostgreSql;

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<DbTransaction, T> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return await _writes.WriteAsync(work, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<T> ReadAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return AgainAsync(_ => ReadOnceAsync(work, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // The container disposes it once for each name it is registered under.
        if (_left)
        {
            return;
        }

        _left = true;
        await _writes.DisposeAsync();
        await _source.DisposeAsync();
    }

    private async Task<T> WriteOnceAsync<T>(Func<DbTransaction, T> work, Committing committing, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await using (var turn = new NpgsqlCommand(PostgresServerStore.TurnToWrite, connection, transaction))
        {
            await turn.ExecuteNonQueryAsync(cancellationToken);
        }

        var result = work(transaction);
        committing.HasBegun = true;
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    private async Task<T> ReadOnceAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using (var readOnly = new NpgsqlCommand(PostgresServerStore.OnlyRead, connection, transaction))
        {
            await readOnly.ExecuteNonQueryAsync(cancellationToken);
        }

        var result = work(connection);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    // What was lost before the commit was sent has certainly not happened and is tried again. Of a lost commit nobody knows: that is thrown.
    private async Task<T> AgainAsync<T>(Func<Committing, Task<T>> once, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var committing = new Committing();
            try
            {
                return await once(committing);
            }
            catch (NpgsqlException lost) when (attempt < Pauses.Length && !committing.HasBegun && MayPass(lost))
            {
                // After a restart of the server every pooled connection is dead.
                _source.Clear();
            }

            await Task.Delay(Pauses[attempt], _time, cancellationToken);
        }
    }

    // Who waited out a timeout once need not do so four times.
    private static bool MayPass(NpgsqlException lost)
        => lost.IsTransient && lost.InnerException is not TimeoutException && lost.SqlState is not PostgresErrorCodes.LockNotAvailable;

    private sealed class Committing
    {
        public bool HasBegun { get; set; }
    }
}
