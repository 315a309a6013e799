using Npgsql;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>Short ways to read what may be missing.</summary>
internal static class PostgresRow
{
    /// <summary>Gets a text that may be missing.</summary>
    public static string? Text(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Gets a number that may be missing.</summary>
    public static int? Number(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    /// <summary>Gets a day that may be missing.</summary>
    public static DateOnly? Day(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
