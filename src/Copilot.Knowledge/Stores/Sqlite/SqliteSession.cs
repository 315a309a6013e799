using Microsoft.Data.Sqlite;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>A connection that keeps its statements prepared. For one user at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>Connects.</summary>
    public SqliteSession(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        try
        {
            _connection.Open();
            Run("pragma synchronous=normal");
            Run("pragma busy_timeout=60000");
            Run("pragma wal_autocheckpoint=4000");
            Run("pragma cache_size=-16000");
            Run("pragma mmap_size=1073741824");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement; gives the number of rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Command(sql, values).ExecuteNonQuery();

    /// <summary>Runs statements that need no parameters and are not used again.</summary>
    public void Script(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Constant text of this room.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Gets one number.</summary>
    public long Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => (long)Command(sql, values).ExecuteScalar()!;

    /// <summary>Gets one number, or null when there is no row or it is null.</summary>
    public long? ScalarOrNull(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Command(sql, values).ExecuteScalar() as long?;

    /// <summary>Gets rows.</summary>
    public IReadOnlyList<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var rows = new List<T>();
        Each(sql, r => rows.Add(read(r)), values);
        return rows;
    }

    /// <summary>Goes through rows.</summary>
    public void Each(string sql, Action<SqliteDataReader> use, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        while (reader.Read())
        {
            use(reader);
        }
    }

    /// <summary>Makes the statement that runs, on whatever thread, fail with SQLITE_INTERRUPT.</summary>
    public void Interrupt() => SQLitePCL.raw.sqlite3_interrupt(_connection.Handle);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    // Statements are constants of this room; what comes from outside is always a parameter.
    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            _commands[sql] = command = _connection.CreateCommand();
#pragma warning disable CA2100 // Constant text, see above.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, _) in values)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        }

        return command;
    }
}
