using Copilot.Contracts;

namespace Copilot.Odoo.Exceptions.Cases;

/// <summary>The tables of exceptions. New steps go to the end.</summary>
internal static class CaseSchemaStore
{
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        // The key makes the same trouble the same row however often it is found. Scores are tenths.
        new("exceptions", 1, """
            create table exception_case (
                id text not null primary key,
                tenant text not null,
                kind text not null,
                case_key text not null,
                state text not null,
                score integer not null,
                first_seen text not null,
                last_seen text not null,
                news_at text not null,
                version integer not null,
                kept text not null,
                unique (tenant, kind, case_key)
            );
            create index exception_case_state on exception_case (tenant, state, score);
            create table exception_event (
                case_id text not null references exception_case (id),
                number integer not null,
                at text not null,
                who text not null,
                what text not null,
                reason text,
                primary key (case_id, number)
            );
            create table exception_watch (
                tenant text not null primary key,
                node text,
                leased_until text,
                kept text not null
            );
            create table exception_hint (
                tenant text not null,
                model text not null,
                at text not null,
                primary key (tenant, model)
            );
            """)
        {
            PostgreSql = """
                create table exception_case (
                    id text collate "C" not null primary key,
                    tenant text collate "C" not null,
                    kind text collate "C" not null,
                    case_key text collate "C" not null,
                    state text collate "C" not null,
                    score bigint not null,
                    first_seen text collate "C" not null,
                    last_seen text collate "C" not null,
                    news_at text collate "C" not null,
                    version bigint not null,
                    kept text not null,
                    unique (tenant, kind, case_key)
                );
                create index exception_case_state on exception_case (tenant, state, score);
                create table exception_event (
                    case_id text collate "C" not null references exception_case (id),
                    number bigint not null,
                    at text collate "C" not null,
                    who text not null,
                    what text not null,
                    reason text,
                    primary key (case_id, number)
                );
                create table exception_watch (
                    tenant text collate "C" not null primary key,
                    node text,
                    leased_until text collate "C",
                    kept text not null
                );
                create table exception_hint (
                    tenant text collate "C" not null,
                    model text collate "C" not null,
                    at text collate "C" not null,
                    primary key (tenant, model)
                );
                """,
        },
    ];

    public static IReadOnlyList<MigratedTable> Tables { get; } =
    [
        new("exception_case", ["id"], ["id", "tenant", "kind", "case_key", "state", "score", "first_seen", "last_seen", "news_at", "version", "kept"]),
        new("exception_event", ["case_id", "number"], ["case_id", "number", "at", "who", "what", "reason"], After: "exception_case"),
        new("exception_watch", ["tenant"], ["tenant", "node", "leased_until", "kept"]),
        new("exception_hint", ["tenant", "model"], ["tenant", "model", "at"]),
    ];
}
