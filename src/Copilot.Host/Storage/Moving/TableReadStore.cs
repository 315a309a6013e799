using System.Security.Cryptography;
using System.Text.Json;
using Copilot.Contracts;
using Dapper;

namespace Copilot.Host.Storage.Moving;

/// <summary>Reads tables in the order of their keys, the same way from both stores.</summary>
internal sealed class TableReadStore(IStoreDatabase database)
{
    private const int BatchRows = 1000;
    private const long BatchSize = 4_000_000;

    /// <summary>Gets what tells this store from every other one: when its first table was made, to the 100 nanoseconds.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The id.</returns>
    /// <exception cref="CopilotException">It is not a store of this program.</exception>
    public async Task<string> IdAsync(CancellationToken cancellationToken)
        => await database.ReadAsync(
            connection => connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE name = 'schema_steps'") == 1
                ? connection.ExecuteScalar<string>("SELECT min(applied_at || ' ' || area) FROM schema_steps")
                : null,
            cancellationToken) ?? throw new CopilotException("The store that is to be moved is empty: it was never used. Set Copilot__Store and start the service; there is nothing to move.");

    /// <summary>Makes sure that the store's tables are those of this version; they are not brought up to date, since a move changes nothing here.</summary>
    /// <param name="steps">The steps this version knows.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    /// <exception cref="CopilotException">A step is missing.</exception>
    public async Task RequireAsync(IReadOnlyList<SchemaStep> steps, CancellationToken cancellationToken)
    {
        var known = await database.ReadAsync(
            connection => connection.Query<(string Area, long Number)>("SELECT area, number FROM schema_steps").ToHashSet(), cancellationToken);
        if (steps.FirstOrDefault(step => !known.Contains((step.Area, step.Number))) is { } missing)
        {
            throw new CopilotException($"The store was written by an older version: step {missing.Area} {missing.Number} of its tables is missing. Run copilot audit verify once, which brings them up to date, then migrate.");
        }
    }

    /// <summary>Reads a whole table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Its size and hash.</returns>
    public Task<TableContent> ContentAsync(MigratedTable table, CancellationToken cancellationToken)
        => database.ReadAsync(
            connection =>
            {
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                using var command = connection.CreateCommand();
                command.CommandText = $"SELECT {string.Join(", ", table.Columns)} FROM {table.Name} ORDER BY {string.Join(", ", table.Key)}";
                command.CommandTimeout = 0;
                using var reader = command.ExecuteReader();
                long rows = 0, mended = 0;
                while (reader.Read())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var row = MovingRow.Read(reader);
                    row.AddTo(hash);
                    mended += row.Mended;
                    rows++;
                }

                return new TableContent(rows, Convert.ToHexStringLower(hash.GetHashAndReset()), mended);
            },
            cancellationToken);

    /// <summary>Reads the rows that come next, as many as fit into a batch.</summary>
    /// <param name="table">The table.</param>
    /// <param name="place">The key of the last row that was read, as a JSON array; null for the beginning.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The rows, none at the end, and the key of the last one.</returns>
    public Task<(IReadOnlyList<MovingRow> Rows, string? Place)> BatchAsync(MigratedTable table, string? place, CancellationToken cancellationToken)
        => database.ReadAsync<(IReadOnlyList<MovingRow>, string?)>(
            connection =>
            {
                using var command = connection.CreateCommand();
                var keys = string.Join(", ", table.Key);
                var after = string.Empty;
                if (place is not null)
                {
                    var values = JsonDocument.Parse(place).RootElement.EnumerateArray().ToList();
                    for (var i = 0; i < values.Count; i++)
                    {
                        var parameter = command.CreateParameter();
                        parameter.ParameterName = $"@k{i}";
                        parameter.Value = values[i].ValueKind == JsonValueKind.Number ? values[i].GetInt64() : values[i].GetString();
                        command.Parameters.Add(parameter);
                    }

                    after = $"WHERE ({keys}) > ({string.Join(", ", values.Select((_, i) => $"@k{i}"))})";
                }

                command.CommandText = $"SELECT {string.Join(", ", table.Columns)} FROM {table.Name} {after} ORDER BY {keys} LIMIT {BatchRows}";
                using var reader = command.ExecuteReader();
                var rows = new List<MovingRow>();
                long size = 0;
                while (size < BatchSize && reader.Read())
                {
                    rows.Add(MovingRow.Read(reader));
                    size += rows[^1].Size;
                }

                return (rows, rows.Count == 0 ? place : PlaceOf(table, rows[^1]));
            },
            cancellationToken);

    private static string PlaceOf(MigratedTable table, MovingRow row)
        => JsonSerializer.Serialize(table.Key.Select(key => row.Values[table.Columns.ToList().IndexOf(key)]));
}
