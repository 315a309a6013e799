using Npgsql;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>
/// The turn to bring passages to an index: an advisory lock on a connection of its own, which the server gives up when that ends, however it ends. The connection is kept, so that a turn costs a
/// round trip; no other is held while the index is waited for.
/// </summary>
internal sealed class PostgresMirrorTurn(PostgresServer server) : IAsyncDisposable
{
    private const string Key = "hashtextextended('mirror ' || @name, 0)";

    private readonly SemaphoreSlim _one = new(1, 1);
    private NpgsqlConnection? _line;
    private bool _taken;

    /// <summary>Takes the turn; null while another has it, or while the server gives no connection for it.</summary>
    /// <param name="name">The library's own name.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IAsyncDisposable?> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            // A lock can be taken again by the session that has it: of one process only one may.
            if (_taken || await AskAsync($"select pg_try_advisory_lock({Key})", name, cancellationToken) != true)
            {
                return null;
            }

            _taken = true;
            return new Taken(this, name);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        _one.Dispose();
    }

    private async Task GiveBackAsync(string name)
    {
        await _one.WaitAsync();
        try
        {
            _taken = false;
            if (_line is not null && await AskAsync($"select pg_advisory_unlock({Key})", name, CancellationToken.None) != true)
            {
                // With the line the lock was lost.
                await DropAsync();
            }
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<bool?> AskAsync(string sql, string name, CancellationToken cancellationToken)
    {
        // A line that was lost since the last turn is drawn once more.
        for (var attempt = 0; ; attempt++)
        {
            var kept = _line is not null;
            try
            {
                _line ??= await server.OwnConnectionAsync(cancellationToken);
                return await new PostgresSession(_line).ScalarAsync<bool>(sql, [("name", name)], cancellationToken);
            }
            catch (Exception lost) when (lost is NpgsqlException { IsTransient: true } or InvalidOperationException)
            {
                await DropAsync();
                if (!kept || attempt > 0)
                {
                    return null;
                }
            }
            catch
            {
                // Stopped in the middle: whether the lock was taken is not known, and with the line it is given back.
                await DropAsync();
                throw;
            }
        }
    }

    private async Task DropAsync()
    {
        if (_line is { } line)
        {
            _line = null;
            await line.DisposeAsync();
        }
    }

    private sealed class Taken(PostgresMirrorTurn turn, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await turn.GiveBackAsync(name);
    }
}
