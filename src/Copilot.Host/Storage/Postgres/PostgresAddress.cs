using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Copilot.Host.Storage.Postgres;

/// <summary>Where a PostgreSQL database is and how to get in. Its text form hides the secret.</summary>
internal sealed class PostgresAddress
{
    /// <summary>How to write a connection string.</summary>
    public const string Form = "write it as Host=db.example.com;Port=5432;Username=copilot;Password=…;Database=copilot, values with a ';' in double quotes";

    // Several nodes share the server's connections (100 unless its owner says otherwise).
    private const int Connections = 20;

    private readonly NpgsqlConnectionStringBuilder _parts;

    private PostgresAddress(NpgsqlConnectionStringBuilder parts, string key)
    {
        _parts = parts;
        Key = key;
    }

    /// <summary>Gets where the address was written, for messages: <c>Copilot__Store</c>.</summary>
    public string Key { get; }

    /// <summary>Gets the connection string with its secret.</summary>
    public string ConnectionString => _parts.ConnectionString;

    /// <summary>Gets the name of the database.</summary>
    public string Database => _parts.Database!;

    /// <summary>Gets who signs in; may be null, when the server finds out by itself.</summary>
    public string? User => _parts.Username;

    /// <summary>Gets the host and port.</summary>
    public string Server => string.Create(CultureInfo.InvariantCulture, $"{_parts.Host}:{_parts.Port}");

    /// <summary>Gets the connection string as it may be shown.</summary>
    public string Shown => string.Create(CultureInfo.InvariantCulture, $"Host={_parts.Host};Port={_parts.Port};Username={_parts.Username};Password=…;Database={_parts.Database}");

    /// <summary>Reads a connection string.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="key">Where it was written.</param>
    /// <param name="repair">What to do when it can't be read; it repeats nothing of the text, which holds a password.</param>
    /// <returns>The address, or null.</returns>
    public static PostgresAddress? Read(string text, string key, out string repair)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(text);
            repair = string.IsNullOrWhiteSpace(parts.Host)
                ? $"it names no Host; {Form}"
                : string.IsNullOrWhiteSpace(parts.Database) ? $"it names no Database; {Form}" : string.Empty;
            return repair.Length == 0 ? new PostgresAddress(WithDefaults(parts), key) : null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            repair = $"it is not a PostgreSQL connection string; {Form}";
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"database {Database} on {Server}";

    private static NpgsqlConnectionStringBuilder WithDefaults(NpgsqlConnectionStringBuilder parts)
    {
        var written = new DbConnectionStringBuilder { ConnectionString = parts.ConnectionString };
        parts.ApplicationName ??= "copilot";
        parts.MaxPoolSize = written.ContainsKey("Maximum Pool Size") ? parts.MaxPoolSize : Connections;

        // Transactions are begun by name only, and a password once used is never shown again.
        parts.Enlist = false;
        parts.PersistSecurityInfo = false;
        return parts;
    }
}
