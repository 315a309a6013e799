using System.Security.Cryptography;
using Npgsql;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>
/// Tells the writers that live from those that died in the middle: each open store that writes holds an advisory lock on a connection of its own, which the
/// server gives up when that ends, however it ends. No clock is needed.
/// </summary>
internal sealed class PostgresWriterMark(PostgresServer server) : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private NpgsqlConnection? _held;
    private long _number;

    /// <summary>Gets the condition that the writer whose number stands in a column lives.</summary>
    public static string Lives(string column)
        => $"""
            exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
                and l.database = (select oid from pg_database where datname = current_database())
                and l.classid::bigint = {column} >> 32 and l.objid::bigint = ({column} & 4294967295))
            """;

    /// <summary>Gets the number of this writer; a new one when the line that held the old one was lost.</summary>
    public async Task<long> NumberAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_held is { } held && await IsAliveAsync(held, cancellationToken))
            {
                return _number;
            }

            await DropAsync();
            var connection = await server.OwnConnectionAsync(cancellationToken);
            try
            {
                var number = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
                await new PostgresSession(connection).RunAsync("select pg_advisory_lock(@number)", [("number", number)], cancellationToken);
                (_held, _number) = (connection, number);
                return number;
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
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

    private static async Task<bool> IsAliveAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await new PostgresSession(connection).RunAsync("select 1", [], cancellationToken);
            return true;
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException)
        {
            return false;
        }
    }

    private async Task DropAsync()
    {
        if (_held is { } held)
        {
            _held = null;
            await held.DisposeAsync();
        }
    }
}
