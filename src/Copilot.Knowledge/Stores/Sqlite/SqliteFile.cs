using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>One SQLite file with one writer at a time and readers on sessions of their own.</summary>
internal sealed class SqliteFile : IDisposable
{
    private const int Interrupted = 9;

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly string _connectionString;
    private volatile bool _disposed;

    /// <summary>Opens or creates the file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="schema">Statements that create what is missing.</param>
    /// <param name="version">The schema's number; a file of another number is derived data in another shape and begun anew.</param>
    /// <param name="sweep">Removes from the file what was left behind.</param>
    public SqliteFile(string path, string schema, int version, Action<SqliteSession, string> sweep)
    {
        SqliteLibrary.Use();
        Path = System.IO.Path.GetFullPath(path);
        if (System.IO.Path.GetDirectoryName(Path) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path, DefaultTimeout = 60, Pooling = false }.ToString();
        DropOther(version);
        using var session = new SqliteSession(_connectionString);
        session.Script("pragma journal_mode=wal");
        if (session.Scalar("pragma user_version") != version)
        {
            session.Run("begin immediate");
            session.Script(schema);
            session.Script($"pragma user_version={version}");
            session.Run("commit");
        }

        sweep(session, Path);
    }

    /// <summary>Gets where it is.</summary>
    public string Path { get; }

    /// <summary>Runs work in a transaction that commits when it returns and rolls back when it throws.</summary>
    public async Task WriteAsync(Action<SqliteSession> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            Work(
                "begin immediate",
                s =>
                {
                    work(s);
                    return true;
                },
                cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Runs reading work on one consistent state of the file.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(Work("begin", work, cancellationToken));
        }
        catch (OperationCanceledException e) when (e.CancellationToken == cancellationToken)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }

        _writing.Dispose();
    }

    private T Work<T>(string begin, Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_idle.TryTake(out var session))
        {
            session = new SqliteSession(_connectionString);
        }

        var whole = false;
        try
        {
            T result;
            using (cancellationToken.UnsafeRegister(static s => ((SqliteSession)s!).Interrupt(), session))
            {
                session.Run(begin);
                result = work(session);
            }

            // From here on it is too late to stop.
            session.Run("commit");
            whole = true;
            return result;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Interrupted && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        finally
        {
            // A session that failed is not used again; closing it rolls back.
            if (whole && !_disposed)
            {
                _idle.Add(session);
            }
            else
            {
                session.Dispose();
            }
        }
    }

    private void DropOther(int version)
    {
        if (!File.Exists(Path))
        {
            return;
        }

        using (var session = new SqliteSession(_connectionString))
        {
            if (session.Scalar("select count(*) from sqlite_master") == 0 || session.Scalar("pragma user_version") == version)
            {
                return;
            }
        }

        foreach (var file in new[] { Path, Path + "-wal", Path + "-shm" })
        {
            File.Delete(file);
        }
    }
}
