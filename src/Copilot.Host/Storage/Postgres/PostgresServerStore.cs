using System.Globalization;
using Copilot.Contracts;
using Npgsql;

namespace Copilot.Host.Storage.Postgres;

/// <summary>What the house asks of the server itself: the writer's turn, and at start whether this server will do.</summary>
internal sealed class PostgresServerStore(PostgresDatabase database, TimeProvider time, ILogger logger)
{
    /// <summary>
    /// Waits for the turn to write. Durable even where the server's default is not; a node that vanishes in the middle of a transaction gives its turn
    /// back after half a minute, and nobody waits longer than that.
    /// </summary>
    public const string TurnToWrite = """
        SELECT set_config('idle_in_transaction_session_timeout', '30s', true), set_config('lock_timeout', '30s', true),
            set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, true);
        SELECT pg_advisory_xact_lock(4860733820817990503)
        """;

    /// <summary>Makes the transaction refuse to write.</summary>
    public const string OnlyRead = "SET TRANSACTION READ ONLY";

    private const int Oldest = 150_000;
    private const int Newest = 189_999;
    private static readonly TimeSpan PatienceWithStarts = TimeSpan.FromSeconds(30);

    /// <summary>Checks that the server can be reached and used; waits for one that is just starting.</summary>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>A task.</returns>
    /// <exception cref="CopilotException">It can't; the message names the key and the repair.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                await LookAsync(cancellationToken);
                return;
            }
            catch (NpgsqlException starting) when (PostgresFaults.IsStartingUp(starting) && time.GetElapsedTime(began) < PatienceWithStarts)
            {
                Log.StoreStarting(logger, database.Address.Server);
            }
            catch (NpgsqlException fault)
            {
                throw PostgresFaults.Explain(fault, database.Address);
            }

            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var (version, encoding, standby, fsync) = await database.ReadAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText =
                    "SELECT current_setting('server_version_num')::int, current_setting('server_encoding'), pg_is_in_recovery(), current_setting('fsync')";
                using var row = command.ExecuteReader();
                row.Read();
                return (row.GetInt32(0), row.GetString(1), row.GetBoolean(2), row.GetString(3));
            },
            cancellationToken);
        var address = database.Address;
        if (version < Oldest)
        {
            throw new CopilotException(string.Create(
                CultureInfo.InvariantCulture, $"PostgreSQL on {address.Server} is version {version / 10000}; 15 to 18 are supported. Upgrade the server or name another one ({address.Key})."));
        }

        if (encoding != "UTF8")
        {
            throw new CopilotException($"The {address} keeps text as {encoding}, which loses characters. Create it with ENCODING 'UTF8' TEMPLATE template0 ({address.Key}).");
        }

        if (standby)
        {
            throw new CopilotException($"The {address} is a standby that can only be read: name the primary server ({address.Key}).");
        }

        if (version > Newest)
        {
            Log.StoreNewer(logger, version / 10000);
        }

        if (fsync == "off")
        {
            Log.StoreForgets(logger, address.Server);
        }
    }
}
