using Microsoft.Data.Sqlite;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>One SQLite file with one writer at a time and readers on connections of their own.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly string _connectionString;

    /// <summary>Opens or creates the file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="schema">Statements that create what is missing.</param>
    /// <param name="version">The schema's number; a file of another number is derived data in another shape and begun anew.</param>
    public SqliteFile(string path, string schema, int version)
    {
        SqliteLibrary.Use();
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString();
        DropOther(path, version);
        using var connection = Open();
        Execute(connection, "pragma journal_mode=wal");
        Execute(connection, schema);
        Execute(connection, $"pragma user_version={version}");
    }

    /// <summary>Runs work in a transaction that commits when it returns and rolls back when it throws.</summary>
    public async Task WriteAsync(Action<SqliteConnection> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction();
            work(connection);
            transaction.Commit();
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Runs reading work on one consistent state of the file.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        return Task.FromResult(work(connection));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writing.Dispose();
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private void DropOther(string path, int version)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using (var connection = Open())
        {
            var tables = connection.Scalar("select count(*) from sqlite_master");
            if (tables == 0 || connection.Scalar("pragma user_version") == version)
            {
                return;
            }

            SqliteConnection.ClearPool(connection);
        }

        foreach (var file in new[] { path, path + "-wal", path + "-shm" })
        {
            File.Delete(file);
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        Execute(connection, "pragma synchronous=normal; pragma foreign_keys=on; pragma busy_timeout=10000");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
