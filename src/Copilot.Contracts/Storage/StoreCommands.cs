using System.Data.Common;
using System.Globalization;

namespace Copilot.Contracts;

/// <summary>Statements with named parameters on a plain connection of an <see cref="IStoreDatabase"/>, and how moments are written in its columns of text.</summary>
public static class StoreCommands
{
    /// <summary>Runs a statement.</summary>
    /// <param name="transaction">The transaction it belongs to.</param>
    /// <param name="sql">A constant of a store.</param>
    /// <param name="values">The values of its parameters.</param>
    /// <returns>How many rows it changed.</returns>
    public static int Run(this DbTransaction transaction, string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(transaction.Connection!, transaction, sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Reads rows.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">The transaction it belongs to, if any.</param>
    /// <param name="sql">A constant of a store.</param>
    /// <param name="read">Makes a row of what the reader stands on.</param>
    /// <param name="values">The values of its parameters.</param>
    /// <returns>The rows, in the statement's order.</returns>
    public static List<T> Rows<T>(this DbConnection connection, DbTransaction? transaction, string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] values)
    {
        using var command = Command(connection, transaction, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Reads a text that may be missing.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="column">The column's place.</param>
    /// <returns>The text, or null.</returns>
    public static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>Writes a moment so that its order as text is its order in time.</summary>
    /// <param name="at">The moment.</param>
    /// <returns>UTC with seven digits of the second.</returns>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    /// <summary>Reads a moment.</summary>
    /// <param name="text">What <see cref="Text"/> wrote.</param>
    /// <returns>The moment, UTC.</returns>
    public static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql, (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Every statement is a constant of a store; values travel as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
