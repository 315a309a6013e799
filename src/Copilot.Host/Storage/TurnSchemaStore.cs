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
            """),
    ];
}
