using Npgsql;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>A connection for one piece of work. Text in parameters is made such that it can be kept.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection)
{
    /// <summary>Runs a statement; gives the number of rows it changed.</summary>
    public async Task<int> RunAsync(string sql, (string Name, object? Value)[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs a statement that may take as long as it needs, such as the building of an index.</summary>
    public async Task RunLongAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, []);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Gets rows.</summary>
    public async Task<List<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read, (string Name, object? Value)[] values, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Gets the rows of the second of two statements, sent together; the first one gives a row as well.</summary>
    public async Task<List<T>> LastRowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read, (string Name, object? Value)[] values, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Gets one value, or null when there is no row or it is null.</summary>
    public async Task<T?> ScalarAsync<T>(string sql, (string Name, object? Value)[] values, CancellationToken cancellationToken)
        where T : struct
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(cancellationToken) is T value ? value : null;
    }

    /// <summary>Writes rows in one stream.</summary>
    /// <param name="sql">The <c>copy … from stdin (format binary)</c>.</param>
    /// <param name="rows">The rows: each value with the type of its column, null for nothing.</param>
    /// <param name="write">Writes a row.</param>
    /// <param name="cancellationToken">Stops the stream; nothing of it stays.</param>
    public async Task CopyAsync<T>(string sql, IEnumerable<T> rows, Func<PostgresCopy, T, Task> write, CancellationToken cancellationToken)
    {
        await using var importer = await connection.BeginBinaryImportAsync(sql, cancellationToken);
        var copy = new PostgresCopy(importer);
        foreach (var row in rows)
        {
            await importer.StartRowAsync(cancellationToken);
            await write(copy, row);
        }

        await importer.CompleteAsync(cancellationToken);
    }

    // Statements are constants of this room, with numbers and names of its own; what comes from outside is always a parameter.
    private NpgsqlCommand Command(string sql, (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // See above.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value switch
            {
                null => DBNull.Value,
                string text => PostgresText.Of(text),
                string?[] texts => Array.ConvertAll(texts, t => t is null ? null : PostgresText.Of(t)),
                _ => value,
            });
        }

        return command;
    }
}
