using System.Net.Sockets;
using Copilot.Contracts;
using Npgsql;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>Says in words what to do about a server that can't be used. The password is in none of them.</summary>
internal static class PostgresFault
{
    /// <summary>Puts a fault into words.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="parts">Where.</param>
    public static CopilotException Explain(NpgsqlException fault, NpgsqlConnectionStringBuilder parts)
    {
        var server = $"PostgreSQL on {parts.Host}:{parts.Port}";
        var said = (fault as PostgresException)?.MessageText ?? fault.Message;
        var text = fault.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => $"{server} does not let user '{parts.Username}' in: correct Username or Password.",
            PostgresErrorCodes.InvalidCatalogName => $"{server} has no database '{parts.Database}': create it, or correct Database.",
            PostgresErrorCodes.InsufficientPrivilege => $"User '{parts.Username}' may not keep the library in database {parts.Database} ({said}): make the user its owner, or GRANT CREATE ON DATABASE \"{parts.Database}\" to it.",
            PostgresErrorCodes.TooManyConnections => $"{server} has no connection left: raise its max_connections, or lower Maximum Pool Size in the connection string of each node.",
            PostgresErrorCodes.ReadOnlySqlTransaction => $"Database {parts.Database} is a standby that can only be read: name the primary server.",
            null when fault.InnerException is SocketException or TimeoutException or IOException => $"{server} can't be reached ({fault.InnerException.Message}): start the server, or correct Host and Port.",
            _ => $"{server} can't keep the library in database {parts.Database}: {said}.",
        };
        return new CopilotException(text, fault) { IsTransient = fault.IsTransient };
    }
}
