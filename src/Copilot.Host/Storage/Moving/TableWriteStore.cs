using System.Globalization;
using Copilot.Contracts;
using Copilot.Host.Storage.Postgres;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Copilot.Host.Storage.Moving;

/// <summary>Writes rows that move, and in the same transaction how far the move has come: after a crash neither is ahead of the other.</summary>
internal sealed class TableWriteStore(PostgresDatabase target)
{
    /// <summary>Writes one batch.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="from">The place before them, as it was read from the target.</param>
    /// <param name="to">The place after them.</param>
    /// <param name="cancellationToken">Stops the wait for the turn to write.</param>
    /// <returns>A task.</returns>
    /// <exception cref="CopilotException">Somebody else writes there as well.</exception>
    public Task WriteAsync(MigratedTable table, IReadOnlyList<MovingRow> rows, string? from, string? to, CancellationToken cancellationToken)
        => target.WriteAsync(
            transaction =>
            {
                var connection = (NpgsqlConnection)transaction.Connection!;
                var moved = connection.Execute(
                    "UPDATE store_move_table SET place = @to, moved = moved + @Count WHERE name = @Name AND place IS NOT DISTINCT FROM @from",
                    new { to, from, rows.Count, table.Name },
                    transaction);
                if (moved != 1)
                {
                    throw new CopilotException($"Another copilot migrate writes into the {target.Address}. Wait for it, then run this one again.");
                }

                var types = Types(connection, transaction, table);
                if (!table.AppendOnly)
                {
                    return Copy(connection, table, table.Name, types, rows);
                }

                // Rows that came with an interrupted run are there already and can't be taken away.
                connection.Execute($"CREATE TEMPORARY TABLE moving (LIKE {table.Name}) ON COMMIT DROP", transaction: transaction);
                Copy(connection, table, "moving", types, rows);
                var columns = string.Join(", ", table.Columns);
                return connection.Execute($"INSERT INTO {table.Name} ({columns}) SELECT {columns} FROM moving ON CONFLICT DO NOTHING", transaction: transaction, commandTimeout: 0);
            },
            cancellationToken);

    private static int Copy(NpgsqlConnection connection, MigratedTable table, string into, List<NpgsqlDbType> types, IReadOnlyList<MovingRow> rows)
    {
        using var copy = connection.BeginBinaryImport($"COPY {into} ({string.Join(", ", table.Columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.StartRow();
            for (var i = 0; i < types.Count; i++)
            {
                Write(copy, row.Values[i], types[i]);
            }
        }

        return (int)copy.Complete();
    }

    private static List<NpgsqlDbType> Types(NpgsqlConnection connection, System.Data.Common.DbTransaction transaction, MigratedTable table)
    {
        var known = connection.Query<(string Column, string Type)>(
            "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = @Name", new { table.Name }, transaction)
            .ToDictionary(column => column.Column, column => column.Type, StringComparer.Ordinal);
        return [.. table.Columns.Select(column => known.GetValueOrDefault(column) switch
        {
            "text" => NpgsqlDbType.Text,
            "bigint" => NpgsqlDbType.Bigint,
            "integer" => NpgsqlDbType.Integer,
            "boolean" => NpgsqlDbType.Boolean,
            "double precision" => NpgsqlDbType.Double,
            "bytea" => NpgsqlDbType.Bytea,
            var other => throw new InvalidOperationException($"Column {table.Name}.{column} has the type '{other}', which a move does not know."),
        })];
    }

    private static void Write(NpgsqlBinaryImporter copy, object? value, NpgsqlDbType type)
    {
        switch (type)
        {
            case var _ when value is null:
                copy.WriteNull();
                break;
            case NpgsqlDbType.Text:
                copy.Write(value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture)!, type);
                break;
            case NpgsqlDbType.Bigint:
                copy.Write(Convert.ToInt64(value, CultureInfo.InvariantCulture), type);
                break;
            case NpgsqlDbType.Integer:
                copy.Write(Convert.ToInt32(value, CultureInfo.InvariantCulture), type);
                break;
            case NpgsqlDbType.Boolean:
                copy.Write(Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0, type);
                break;
            case NpgsqlDbType.Double:
                copy.Write(Convert.ToDouble(value, CultureInfo.InvariantCulture), type);
                break;
            default:
                copy.Write((byte[])value, type);
                break;
        }
    }
}
