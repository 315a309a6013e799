using System.Globalization;
using Copilot.Contracts;
using Copilot.Host.Storage.Postgres;
using Dapper;

namespace Copilot.Host.Storage.Moving;

/// <summary>The mark a move leaves in PostgreSQL: from which store, and whether it is done. Until then no house works on that database.</summary>
internal sealed class MoveMarkStore(PostgresDatabase target)
{
    private const string Tables = """
        CREATE TABLE store_move (id bigint PRIMARY KEY CHECK (id = 1), source text NOT NULL, began_at text NOT NULL, done_at text NULL);
        CREATE TABLE store_move_table (name text COLLATE "C" PRIMARY KEY, source_hash text NOT NULL, place text NULL, moved bigint NOT NULL)
        """;

    private const string Present = """
        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
        ORDER BY c.relname
        """;

    /// <summary>Stops a house from working on half a store.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    /// <exception cref="CopilotException">A move into this database was begun and is not done.</exception>
    public async Task RefuseHalfMovedAsync(CancellationToken cancellationToken)
    {
        var began = await target.ReadAsync(
            connection => connection.ExecuteScalar<bool>("SELECT to_regclass('store_move') IS NOT NULL")
                ? connection.ExecuteScalar<string>("SELECT began_at FROM store_move WHERE done_at IS NULL")
                : null,
            cancellationToken);
        if (began is not null)
        {
            throw new CopilotException(
                $"The {target.Address} holds half of a store: a move into it was begun at {began} and is not done. Run copilot migrate again where the other store is; it goes on where it was ({target.Address.Key}).");
        }
    }

    /// <summary>Begins a move, or finds it begun.</summary>
    /// <param name="source">The id of the store that moves.</param>
    /// <param name="tables">What will be moved.</param>
    /// <param name="at">The time.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="CopilotException">The database holds something else.</exception>
    public Task<MoveStart> BeginAsync(string source, IReadOnlyList<MigratedTable> tables, DateTimeOffset at, CancellationToken cancellationToken)
        => target.WriteAsync(
            transaction =>
            {
                var connection = transaction.Connection!;
                var present = connection.Query<string>(Present, transaction: transaction).ToHashSet(StringComparer.Ordinal);
                if (present.Contains("store_move"))
                {
                    var (known, done) = connection.QuerySingle<(string Source, string? DoneAt)>("SELECT source, done_at FROM store_move", transaction: transaction);
                    return known != source
                        ? throw new CopilotException($"Another store than this one was moved into the {target.Address}. Name an empty database ({target.Address.Key}).")
                        : done is null ? MoveStart.Resumed : MoveStart.Done;
                }

                if (present.Count > 0 && !present.Contains("schema_steps"))
                {
                    throw new CopilotException($"The {target.Address} belongs to another program: it has a table '{present.Order(StringComparer.Ordinal).First()}'. Name a database of its own ({target.Address.Key}).");
                }

                var filled = tables.Where(table => present.Contains(table.Name))
                    .Select(table => (table.Name, Rows: connection.ExecuteScalar<long>($"SELECT count(*) FROM {table.Name}", transaction: transaction)))
                    .FirstOrDefault(table => table.Rows > 0);
                if (filled.Rows > 0)
                {
                    throw new CopilotException(string.Create(
                        CultureInfo.InvariantCulture, $"The {target.Address} already holds a store that is in use ({filled.Rows:N0} rows in {filled.Name}). Two stores can't be joined: name an empty database ({target.Address.Key})."));
                }

                connection.Execute(Tables, transaction: transaction);
                connection.Execute("INSERT INTO store_move (id, source, began_at) VALUES (1, @source, @at)", new { source, at = at.ToString("O") }, transaction);
                return MoveStart.Fresh;
            },
            cancellationToken);

    /// <summary>Ends a move: from now on houses may work on the database.</summary>
    /// <param name="at">The time.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task EndAsync(DateTimeOffset at, CancellationToken cancellationToken)
        => target.WriteAsync(
            transaction => transaction.Connection!.Execute("UPDATE store_move SET done_at = @at WHERE id = 1", new { at = at.ToString("O") }, transaction), cancellationToken);

    /// <summary>Finds out what was noted of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The note, or null when it was not begun.</returns>
    public Task<MovedTable?> NoteOfAsync(MigratedTable table, CancellationToken cancellationToken)
        => target.ReadAsync<MovedTable?>(
            connection => connection.QuerySingleOrDefault<MovedTable>(
                "SELECT source_hash AS SourceHash, place AS Place, moved AS Moved FROM store_move_table WHERE name = @Name", new { table.Name }),
            cancellationToken);

    /// <summary>Notes that tables begin, or begin over: what a move brought of them before is taken away, unless their rows never change.</summary>
    /// <param name="tables">The tables with their hashes in the source, those that others depend on first.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task BeginTablesAsync(IReadOnlyList<(MigratedTable Table, string SourceHash)> tables, CancellationToken cancellationToken)
        => target.WriteAsync(
            transaction =>
            {
                var connection = transaction.Connection!;
                foreach (var (table, _) in tables.Reverse().Where(each => !each.Table.AppendOnly))
                {
                    connection.Execute($"DELETE FROM {table.Name}; DELETE FROM store_move_table WHERE name = '{table.Name}'", transaction: transaction, commandTimeout: 0);
                }

                foreach (var (table, hash) in tables)
                {
                    connection.Execute(
                        """
                        INSERT INTO store_move_table (name, source_hash, moved) VALUES (@Name, @hash, 0)
                        ON CONFLICT (name) DO UPDATE SET source_hash = excluded.source_hash, place = NULL, moved = 0
                        """,
                        new { table.Name, hash },
                        transaction);
                }

                return tables.Count;
            },
            cancellationToken);
}
