using System.Data;
using Copilot.Contracts;
using Npgsql;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>The library's place on a PostgreSQL server: a schema of its own, reached over one pool of connections when it is first used.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string DefaultSchema = "knowledge";
    private const string TurnSql = "select pg_advisory_xact_lock(hashtextextended(current_schema(), @turn))";

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly NpgsqlConnectionStringBuilder _parts;
    private readonly string _schema;
    private readonly TimeProvider _time;
    private volatile Opened? _opened;
    private volatile bool _disposed;

    /// <summary>Names the place.</summary>
    /// <param name="connectionString">How to reach the database.</param>
    /// <param name="time">For the pauses between two tries.</param>
    /// <param name="schema">The schema, or null for <c>knowledge</c>; a plain name.</param>
    /// <exception cref="CopilotException">The connection string can't be read.</exception>
    public PostgresServer(string connectionString, TimeProvider time, string? schema = null)
    {
        try
        {
            // Transactions are begun by name only, and a password once used is never shown again.
            _parts = new NpgsqlConnectionStringBuilder(connectionString) { Enlist = false, PersistSecurityInfo = false };
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            throw new CopilotException("The connection string of the store can't be read; write it as Host=db.example.com;Port=5432;Username=copilot;Password=…;Database=copilot.");
        }

        _schema = schema ?? DefaultSchema;
        _time = time;
    }

    /// <summary>Gets what the database offers, once it was reached.</summary>
    public PostgresShape Shape => _opened!.Shape;

    /// <summary>Runs statements of which each stands for itself.</summary>
    public Task<T> AskAsync<T>(Func<PostgresSession, Task<T>> work, CancellationToken cancellationToken)
        => AgainAsync(
            async (source, _) =>
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                return await work(new PostgresSession(connection));
            },
            cancellationToken);

    /// <summary>Runs reading work on one consistent state of the library.</summary>
    public Task<T> ReadAsync<T>(Func<PostgresSession, Task<T>> work, CancellationToken cancellationToken)
        => AgainAsync(
            async (source, _) =>
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
                var result = await work(new PostgresSession(connection));
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            },
            cancellationToken);

    /// <summary>Runs work in a transaction that commits when it returns and rolls back when it throws.</summary>
    /// <param name="turn">The turn it waits for, so that what it has read stays true.</param>
    /// <param name="work">The work; it may be run again when the line was lost before the commit.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<T> WriteAsync<T>(PostgresTurn turn, Func<PostgresSession, Task<T>> work, CancellationToken cancellationToken)
        => AgainAsync(
            async (source, committing) =>
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
                var session = new PostgresSession(connection);
                if (turn != PostgresTurn.None)
                {
                    await session.RunAsync(TurnSql, [("turn", (long)turn)], cancellationToken);
                }

                var result = await work(session);
                committing.HasBegun = true;
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            },
            cancellationToken);

    /// <summary>Opens a connection that belongs to no pool and lives as long as its caller wants.</summary>
    public async Task<NpgsqlConnection> OwnConnectionAsync(CancellationToken cancellationToken)
    {
        await SourceAsync(cancellationToken);
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_parts.ConnectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (_opened is { } opened)
        {
            await opened.Source.DisposeAsync();
        }

        _opening.Dispose();
    }

    // Who waited out a timeout once need not do so four times.
    private static bool MayPass(NpgsqlException lost)
        => lost.IsTransient && lost.InnerException is not TimeoutException && lost.SqlState is not PostgresErrorCodes.LockNotAvailable;

    // What was lost before the commit was sent has certainly not happened and is tried again. Of a lost commit nobody knows: that is thrown.
    private async Task<T> AgainAsync<T>(Func<NpgsqlDataSource, Committing, Task<T>> once, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var attempt = 0; ; attempt++)
        {
            var source = await SourceAsync(cancellationToken);
            var committing = new Committing();
            try
            {
                return await once(source, committing);
            }
            catch (NpgsqlException lost) when (attempt < Pauses.Length && !committing.HasBegun && MayPass(lost))
            {
                if (lost is not PostgresException)
                {
                    // After a restart of the server every pooled connection is dead.
                    source.Clear();
                }
            }

            await Task.Delay(Pauses[attempt], _time, cancellationToken);
        }
    }

    private async Task<NpgsqlDataSource> SourceAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_opened is { } ready)
        {
            return ready.Source;
        }

        await _opening.WaitAsync(cancellationToken);
        try
        {
            return (_opened ??= await OpenAsync(cancellationToken)).Source;
        }
        catch (NpgsqlException fault) when (fault is not PostgresException { SqlState: PostgresErrorCodes.QueryCanceled })
        {
            throw PostgresFault.Explain(fault, _parts);
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<Opened> OpenAsync(CancellationToken cancellationToken)
    {
        PostgresShape shape;
        await using (var first = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_parts.ConnectionString) { Pooling = false }.ConnectionString))
        {
            await first.OpenAsync(cancellationToken);
            shape = await PostgresMigration.RunAsync(first, _schema, cancellationToken);
        }

        var parts = new NpgsqlConnectionStringBuilder(_parts.ConnectionString) { SearchPath = $"\"{_schema}\",\"{shape.VectorSchema}\"" };
        var source = NpgsqlDataSource.Create(parts.ConnectionString);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await DocumentTable.SweepAsync(connection, cancellationToken);
            return new Opened(source, shape);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    private sealed record Opened(NpgsqlDataSource Source, PostgresShape Shape);

    private sealed class Committing
    {
        public bool HasBegun { get; set; }
    }
}
