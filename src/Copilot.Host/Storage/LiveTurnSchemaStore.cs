using Copilot.Contracts;

namespace Copilot.Host.Storage;

/// <summary>The tables behind <see cref="LiveTurnStore"/>: short-lived, so they do not move to another store. New steps go to the end.</summary>
internal static class LiveTurnSchemaStore
{
    /// <summary>Gets the steps in order.</summary>
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        new("live", 1, """
            CREATE TABLE asked (
                tenant TEXT NOT NULL,
                owner TEXT NOT NULL,
                client_id TEXT NOT NULL,
                turn_id TEXT NOT NULL,
                stopped INTEGER NOT NULL DEFAULT 0,
                at TEXT NOT NULL,
                PRIMARY KEY (tenant, owner, client_id)
            );
            CREATE INDEX asked_by_time ON asked (at);
            CREATE TABLE turn_events (
                turn_id TEXT NOT NULL,
                number INTEGER NOT NULL,
                event TEXT NOT NULL,
                PRIMARY KEY (turn_id, number)
            );
            """)
        {
            PostgreSql = """
                CREATE TABLE asked (
                    tenant TEXT COLLATE "C" NOT NULL,
                    owner TEXT COLLATE "C" NOT NULL,
                    client_id TEXT COLLATE "C" NOT NULL,
                    turn_id TEXT COLLATE "C" NOT NULL,
                    stopped BIGINT NOT NULL DEFAULT 0,
                    at TEXT COLLATE "C" NOT NULL,
                    PRIMARY KEY (tenant, owner, client_id)
                );
                CREATE INDEX asked_by_time ON asked (at);
                CREATE TABLE turn_events (
                    turn_id TEXT COLLATE "C" NOT NULL,
                    number BIGINT NOT NULL,
                    event TEXT NOT NULL,
                    PRIMARY KEY (turn_id, number)
                );
                """,
        },
    ];
}
