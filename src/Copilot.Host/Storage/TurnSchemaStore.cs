using Copilot.Contracts;

namespace Copilot.Host.Storage;

/// <summary>The tables behind <see cref="TurnStore"/>. New steps go to the end.</summary>
internal static class TurnSchemaStore
{
    /// <summary>Gets the steps in order.</summary>
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        new("turns", 1, """
            CREATE TABLE conversations (
                id TEXT NOT NULL PRIMARY KEY,
                tenant TEXT NOT NULL,
                owner TEXT NOT NULL,
                title TEXT NOT NULL,
                started_at TEXT NOT NULL,
                updated_at TEXT NOT NULL
            );
            CREATE INDEX conversations_by_owner ON conversations (tenant, owner, updated_at);
            CREATE TABLE turns (
                id TEXT NOT NULL PRIMARY KEY,
                conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
                tenant TEXT NOT NULL,
                owner TEXT NOT NULL,
                channel TEXT NOT NULL,
                node TEXT NOT NULL,
                question TEXT NOT NULL,
                state TEXT NOT NULL,
                started_at TEXT NOT NULL,
                turn TEXT NULL,
                evidence TEXT NULL,
                memo TEXT NULL
            );
            CREATE INDEX turns_by_conversation ON turns (conversation_id, started_at);
            CREATE INDEX turns_running ON turns (node) WHERE state = 'running';
            CREATE TABLE feedback (
                turn_id TEXT NOT NULL REFERENCES turns (id) ON DELETE CASCADE,
                caller TEXT NOT NULL,
                rating TEXT NOT NULL,
                reason TEXT NULL,
                comment TEXT NULL,
                at TEXT NOT NULL,
                PRIMARY KEY (turn_id, caller)
            );
            """)
        {
            PostgreSql = """
                CREATE TABLE conversations (
                    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
                    tenant TEXT COLLATE "C" NOT NULL,
                    owner TEXT COLLATE "C" NOT NULL,
                    title TEXT NOT NULL,
                    started_at TEXT COLLATE "C" NOT NULL,
                    updated_at TEXT COLLATE "C" NOT NULL
                );
                CREATE INDEX conversations_by_owner ON conversations (tenant, owner, updated_at);
                CREATE TABLE turns (
                    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
                    conversation_id TEXT COLLATE "C" NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
                    tenant TEXT COLLATE "C" NOT NULL,
                    owner TEXT COLLATE "C" NOT NULL,
                    channel TEXT NOT NULL,
                    node TEXT NOT NULL,
                    question TEXT NOT NULL,
                    state TEXT NOT NULL,
                    started_at TEXT COLLATE "C" NOT NULL,
                    turn TEXT NULL,
                    evidence TEXT NULL,
                    memo TEXT NULL
                );
                CREATE INDEX turns_by_conversation ON turns (conversation_id, started_at);
                CREATE INDEX turns_running ON turns (node) WHERE state = 'running';
                CREATE TABLE feedback (
                    turn_id TEXT COLLATE "C" NOT NULL REFERENCES turns (id) ON DELETE CASCADE,
                    caller TEXT COLLATE "C" NOT NULL,
                    rating TEXT NOT NULL,
                    reason TEXT NULL,
                    comment TEXT NULL,
                    at TEXT NOT NULL,
                    PRIMARY KEY (turn_id, caller)
                );
                """,
        },
    ];

    /// <summary>Gets the tables as they move to another store.</summary>
    public static IReadOnlyList<MigratedTable> Tables { get; } =
    [
        new("conversations", ["id"], ["id", "tenant", "owner", "title", "started_at", "updated_at"]),
        new("turns", ["id"], ["id", "conversation_id", "tenant", "owner", "channel", "node", "question", "state", "started_at", "turn", "evidence", "memo"], After: "conversations"),
        new("feedback", ["turn_id", "caller"], ["turn_id", "caller", "rating", "reason", "comment", "at"], After: "turns"),
    ];
}
