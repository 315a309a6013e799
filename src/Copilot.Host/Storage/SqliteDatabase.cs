using System.Data.Common;
using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Knowledge.Stores.Sqlite;
using Microsoft.Data.Sqlite;

namespace Copilot.Host.Storage;

/// <summary>The embedded store: one file, one writing connection behind a queue, readers on connections of their own.</summary>
/// <remarks>
/// One writer behind a queue is some twenty times faster than several that compete for SQLite's lock, and fair. Other
/// processes (a terminal verb beside a running server) share the file through WAL and the busy timeout.
/// </remarks>
internal sealed class SqliteDatabase : IStoreDatabase, IAsyncDisposable
{
    private const int BusySeconds = 30;

    private readonly WriteQueue _writes;
    private readonly string _writing;
    private readonly string _reading;
    private readonly bool _onlyReads;

    // What of the pool reads only already: a pooled connection keeps its pragmas, and a turn reads some fifty times.
    private readonly ConditionalWeakTable<object, object> _readers = new();
    private SqliteConnection? _writer;

    /// <summary>Names the file; it is made when first used.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="onlyReads">Whether the file must be there and stays as it is.</param>
    public SqliteDatabase(string path, bool onlyReads = false)
    {
        _onlyReads = onlyReads;
        SqliteLibrary.Use();
        _writes = new WriteQueue(TransactAsync, meetsAll: _ => false);

        // Not from the pool: a pooled connection keeps the pragmas of its last reader.
        _writing = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = BusySeconds }.ToString();
        _reading = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = true,
            DefaultTimeout = BusySeconds,
            Mode = onlyReads ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        }.ToString();
    }

    /// <inheritdoc/>
    public StoreDialect Dialect => StoreDialect.Sqlite;

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<DbTransaction, T> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (_onlyReads)
        {
            throw new InvalidOperationException("This store was opened for reading only.");
        }

        return await _writes.WriteAsync(work, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<T> ReadAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = OpenReader();
        return Task.FromResult(work(connection));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writes.DisposeAsync();
        if (_writer is { } writer)
        {
            _writer = null;
            await writer.DisposeAsync();
        }

        using (var connection = new SqliteConnection(_reading))
        {
            SqliteConnection.ClearPool(connection);
        }
    }

    private Task TransactAsync(Func<DbTransaction, bool> work, CancellationToken cancellationToken)
    {
        try
        {
            _writer ??= Open(_writing, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");

            // Not deferred: a transaction that reads before it writes must hold the lock from its first statement.
            using var transaction = _writer.BeginTransaction(deferred: false);
            work(transaction);
            transaction.Commit();
            return Task.CompletedTask;
        }
        catch (SqliteException)
        {
            // A connection in doubt (disk full, file replaced) is not used again.
            _writer?.Dispose();
            _writer = null;
            throw;
        }
    }

    private SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(_reading);
        try
        {
            connection.Open();
            if (!_readers.TryGetValue(connection.Handle!, out _))
            {
                using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA query_only = ON;";
                command.ExecuteNonQuery();
                _readers.AddOrUpdate(connection.Handle!, _reading);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnection Open(string connectionString, string pragmas)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
