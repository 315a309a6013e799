using Copilot.Contracts;

namespace Copilot.Host.Channels.Teams.Store;

/// <summary>The tables of the channel: who is linked to whom, which conversation goes on, which message shows which turn, and what was already taken in.</summary>
internal static class TeamsSchemaStore
{
    private const string First = """
        CREATE TABLE teams_people (
            tenant {key} NOT NULL,
            person {key} NOT NULL,
            name TEXT NOT NULL,
            email TEXT NULL,
            caller TEXT NULL,
            asked_at {key} NOT NULL,
            linked_at TEXT NULL,
            linked_by TEXT NULL,
            PRIMARY KEY (tenant, person)
        );
        CREATE TABLE teams_invitations (
            code {key} NOT NULL PRIMARY KEY,
            caller TEXT NOT NULL,
            expires_at {key} NOT NULL
        );
        CREATE TABLE teams_taken (
            activity {key} NOT NULL PRIMARY KEY,
            at {key} NOT NULL
        );
        CREATE INDEX teams_taken_by_time ON teams_taken (at);
        CREATE TABLE teams_threads (
            thread {key} NOT NULL,
            caller {key} NOT NULL,
            conversation TEXT NOT NULL,
            PRIMARY KEY (thread, caller)
        );
        CREATE TABLE teams_messages (
            thread {key} NOT NULL,
            message {key} NOT NULL,
            turn TEXT NOT NULL,
            at {key} NOT NULL,
            PRIMARY KEY (thread, message)
        );
        """;

    private const string Second = """
        CREATE TABLE teams_places (
            tenant {key} NOT NULL,
            person {key} NOT NULL,
            place TEXT NOT NULL,
            locale TEXT NULL,
            at {key} NOT NULL,
            closed_at TEXT NULL,
            closed_because TEXT NULL,
            threshold TEXT NULL,
            news_up_to {key} NOT NULL,
            told_at TEXT NULL,
            PRIMARY KEY (tenant, person)
        );
        CREATE TABLE teams_cards (
            id {key} NOT NULL PRIMARY KEY,
            proposal {key} NOT NULL,
            thread {key} NOT NULL,
            message TEXT NULL,
            tenant TEXT NOT NULL,
            person TEXT NOT NULL,
            place TEXT NOT NULL,
            locale TEXT NULL,
            shown {number} NOT NULL,
            at {key} NOT NULL
        );
        CREATE INDEX teams_cards_by_proposal ON teams_cards (proposal);
        CREATE INDEX teams_cards_by_time ON teams_cards (at);
        CREATE TABLE teams_rounds (
            name {key} NOT NULL PRIMARY KEY,
            upto {number} NOT NULL
        );
        """;

    /// <summary>Gets the steps.</summary>
    public static IReadOnlyList<SchemaStep> Steps { get; } = [Step(1, First), Step(2, Second)];

    /// <summary>Gets the tables as they move to another store.</summary>
    public static IReadOnlyList<MigratedTable> Tables { get; } =
    [
        new("teams_people", ["tenant", "person"], ["tenant", "person", "name", "email", "caller", "asked_at", "linked_at", "linked_by"]),
        new("teams_invitations", ["code"], ["code", "caller", "expires_at"]),
        new("teams_taken", ["activity"], ["activity", "at"]),
        new("teams_threads", ["thread", "caller"], ["thread", "caller", "conversation"]),
        new("teams_messages", ["thread", "message"], ["thread", "message", "turn", "at"]),
        new("teams_places", ["tenant", "person"], ["tenant", "person", "place", "locale", "at", "closed_at", "closed_because", "threshold", "news_up_to", "told_at"]),
        new("teams_cards", ["id"], ["id", "proposal", "thread", "message", "tenant", "person", "place", "locale", "shown", "at"]),
        new("teams_rounds", ["name"], ["name", "upto"]),
    ];

    private static SchemaStep Step(int number, string sql) => new("teams", number, Words(sql, "TEXT", "INTEGER")) { PostgreSql = Words(sql, "TEXT COLLATE \"C\"", "BIGINT") };

    private static string Words(string sql, string key, string number) => sql.Replace("{key}", key, StringComparison.Ordinal).Replace("{number}", number, StringComparison.Ordinal);
}
