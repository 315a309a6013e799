using System.Net.Sockets;
using Copilot.Contracts;
using Npgsql;

namespace Copilot.Host.Storage.Postgres;

/// <summary>Says in words what to do about a server that can't be used, when the house starts. The password is in none of them.</summary>
internal static class PostgresFaults
{
    private const string StartingUp = "57P03";

    /// <summary>Says whether the server is only starting up, so that waiting helps.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <returns>True when it is.</returns>
    public static bool IsStartingUp(NpgsqlException fault) => fault.SqlState == StartingUp;

    /// <summary>Puts a fault into words.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="address">Where.</param>
    /// <returns>What to do, for the operator.</returns>
    public static CopilotException Explain(NpgsqlException fault, PostgresAddress address) => new($"{Text(fault, address)} ({address.Key})", fault);

    private static string Text(NpgsqlException fault, PostgresAddress address) => fault.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"PostgreSQL on {address.Server} does not let user '{address.User}' in: correct Username or Password, or allow the user for database '{address.Database}' in the server's pg_hba.conf.",
        PostgresErrorCodes.InvalidCatalogName =>
            $"PostgreSQL on {address.Server} has no database '{address.Database}': create it (CREATE DATABASE \"{address.Database}\" OWNER \"{address.User}\") or correct Database.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"User '{address.User}' may not do what is needed in {address}: make the user the owner of the database, or GRANT CREATE, USAGE ON SCHEMA public to it. The server says: {Said(fault)}.",
        PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateFunction or PostgresErrorCodes.UndefinedColumn =>
            $"The {address} belongs to another program as well, and the two want the same names ({Said(fault)}): give the copilot a database of its own.",
        PostgresErrorCodes.TooManyConnections =>
            $"PostgreSQL on {address.Server} has no connection left: raise its max_connections, or lower Maximum Pool Size in the connection string of each node (20 when not written).",
        PostgresErrorCodes.ReadOnlySqlTransaction => $"The {address} is a standby that can only be read: name the primary server.",
        PostgresErrorCodes.DiskFull => $"The disk of PostgreSQL on {address.Server} is full.",
        StartingUp => $"PostgreSQL on {address.Server} is still starting up: try again in a moment.",
        null when Reason(fault) is { } reason => $"PostgreSQL on {address.Server} can't be reached ({reason}): start the server, or correct Host and Port.",
        null => $"PostgreSQL on {address.Server} can't be used: {fault.Message}.",
        _ => $"PostgreSQL refuses to work with {address}: {Said(fault)} (state {fault.SqlState}).",
    };

    private static string? Reason(Exception fault) => fault.InnerException switch
    {
        SocketException socket => socket.SocketErrorCode.ToString(),
        TimeoutException => "no answer in time",
        IOException => "the line broke",
        AggregateException several when several.InnerExceptions.OfType<SocketException>().FirstOrDefault() is { } socket => socket.SocketErrorCode.ToString(),
        _ => null,
    };

    private static string Said(NpgsqlException fault) => (fault as PostgresException)?.MessageText ?? fault.Message;
}
