using Copilot.Contracts;
using Dapper;
using Npgsql;

namespace Copilot.Host.Storage.Postgres;

/// <summary>The roster of nodes that share PostgreSQL: a row for each, and a lock that its own connection holds as long as it lives.</summary>
/// <remarks>
/// The server gives the lock back the moment the process dies, however it dies. Only after a restart or failover of the server itself every lock is
/// gone while the nodes still run: then they have <see cref="Grace"/> from its start to take it anew before they count as dead. Nothing here compares clocks of
/// two machines; the time is the server's.
/// </remarks>
internal sealed class PostgresNodeStore : INodes, IAsyncDisposable
{
    private const string Grace = "30 seconds";

    // Of the rows in the table, those of processes that run no more; 'held' are the locks that are held at this moment.
    private const string Dead = $"""
        NOT EXISTS (
            SELECT 1 FROM pg_locks held
            WHERE held.locktype = 'advisory' AND held.granted AND held.classid = 1131376752 AND held.objid = nodes.id::oid AND held.objsubid = 2
                AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database()))
        AND (server_started = pg_postmaster_start_time() OR greatest(seen_at, pg_postmaster_start_time()) < clock_timestamp() - interval '{Grace}')
        """;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    private readonly PostgresDatabase _database;
    private readonly TimeProvider _time;
    private readonly ILogger<PostgresNodeStore> _logger;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly CancellationTokenSource _leaving = new();
    private readonly string _name = ProcessName.Create();
    private readonly NpgsqlDataSource _source;
    private NpgsqlConnection? _held;
    private Task _beats = Task.CompletedTask;
    private volatile bool _entered;
    private bool _left;

    /// <summary>Makes the roster; nothing is reached before it is used.</summary>
    /// <param name="database">The store.</param>
    /// <param name="time">For the beat.</param>
    /// <param name="logger">Told when the connection was lost.</param>
    public PostgresNodeStore(PostgresDatabase database, TimeProvider time, ILogger<PostgresNodeStore> logger)
    {
        _database = database;
        _time = time;
        _logger = logger;

        // A connection of its own: one from the pool would give the lock back when it is reset.
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.Address.ConnectionString) { Pooling = false, TcpKeepAlive = true });
    }

    /// <summary>Gets the table.</summary>
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        new("nodes", 1, """
            CREATE TABLE nodes (
                id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                name text COLLATE "C" NOT NULL UNIQUE,
                server_started timestamptz NOT NULL,
                entered_at timestamptz NOT NULL,
                seen_at timestamptz NOT NULL
            )
            """),
    ];

    /// <inheritdoc/>
    public async ValueTask<string> EnterAsync(CancellationToken cancellationToken)
    {
        if (_entered)
        {
            return _name;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_entered)
            {
                await TakeAsync(cancellationToken);
                _beats = Task.Run(() => BeatAsync(_leaving.Token), CancellationToken.None);
                _entered = true;
            }
        }
        finally
        {
            _gate.Release();
        }

        return _name;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> GoneAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return new HashSet<string>();
        }

        // Who is not on the roster left in order, or was struck off, or wrote before the store was moved here.
        var running = await _database.ReadAsync(
            connection => connection.Query<string>($"SELECT name FROM nodes WHERE NOT ({Dead})").ToHashSet(StringComparer.Ordinal), cancellationToken);
        return names.Where(name => name != _name && !running.Contains(name)).ToHashSet(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> DiedAsync(CancellationToken cancellationToken)
        => _database.ReadAsync<IReadOnlyList<string>>(
            connection => [.. connection.Query<string>($"SELECT name FROM nodes WHERE name <> @_name AND {Dead}", new { _name })], cancellationToken);

    /// <inheritdoc/>
    public Task ForgetAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
        => names.Count == 0
            ? Task.CompletedTask
            : _database.WriteAsync(
                transaction => transaction.Connection!.Execute($"DELETE FROM nodes WHERE name = ANY(@names) AND {Dead}", new { names = names.ToArray() }, transaction), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // The container disposes it once for each name it is registered under.
        if (_left)
        {
            return;
        }

        _left = true;
        await _leaving.CancelAsync();
        await _beats;
        if (_held is not null)
        {
            try
            {
                await OnHeldAsync(_held, "DELETE FROM nodes WHERE name = $1");
            }
            catch (Exception away) when (IsLoss(away))
            {
                // The server is away. The row stays, without its lock: the others will strike it off.
            }

            await _held.DisposeAsync();
        }

        await _source.DisposeAsync();
        _leaving.Dispose();
        _gate.Dispose();
    }

    // Row and lock in one transaction: nobody sees the row before the lock is held.
    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var id = await connection.ExecuteScalarAsync<int>(
                """
                INSERT INTO nodes (name, server_started, entered_at, seen_at) VALUES (@_name, pg_postmaster_start_time(), clock_timestamp(), clock_timestamp())
                ON CONFLICT (name) DO UPDATE SET server_started = excluded.server_started, seen_at = excluded.seen_at
                RETURNING id
                """,
                new { _name },
                transaction);
            await connection.ExecuteAsync("SELECT pg_advisory_lock(1131376752, @id)", new { id }, transaction);
            await transaction.CommitAsync(cancellationToken);
            _held = connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Beat, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await BeatOnceAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Leaving.
        }
    }

    private async Task BeatOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_held is not null && await OnHeldAsync(_held, "UPDATE nodes SET seen_at = clock_timestamp() WHERE name = $1") == 1)
            {
                return;
            }
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            Log.NodeLost(_logger, (lost as NpgsqlException)?.SqlState ?? lost.GetType().Name);
        }

        // Anew at once: the others wait for it only so long.
        await LetGoAsync();
        try
        {
            await TakeAsync(cancellationToken);
            Log.NodeBack(_logger);
        }
        catch (Exception still) when (IsLoss(still))
        {
            // At the next beat.
        }
    }

    private static bool IsLoss(Exception exception) => exception is NpgsqlException or InvalidOperationException or IOException;

    // Not through Dapper, which would open a lost connection again, without the lock.
    private async Task<int> OnHeldAsync(NpgsqlConnection held, string sql)
    {
        await using var command = new NpgsqlCommand(sql, held) { Parameters = { new() { Value = _name } } };
        return await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private async Task LetGoAsync()
    {
        if (_held is { } held)
        {
            _held = null;
            await held.DisposeAsync();
        }
    }
}
