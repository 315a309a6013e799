using Copilot.Contracts;

namespace Copilot.Documents.Desk.Stores;

/// <summary>The tables of the reading desk. New steps go to the end.</summary>
internal static class DeskSchemaStore
{
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        // A file lies here once a tenant, however many documents it holds and companies it is for.
        new("desk", 1, FirstTables("text", "integer", "blob"))
        {
            PostgreSql = FirstTables("text collate \"C\"", "bigint", "bytea"),
        },
    ];

    public static IReadOnlyList<MigratedTable> Tables { get; } =
    [
        new("desk_file", ["tenant", "hash"], ["tenant", "hash", "content"]),
        new("desk_page", ["tenant", "hash", "page"], ["tenant", "hash", "page", "content"]),
        new("desk_document", ["id"], ["id", "tenant", "company", "hash", "part", "state", "arrived", "due", "settled", "node", "leased_until", "version", "words", "kept"]),
        new("desk_event", ["document", "number"], ["document", "number", "at", "who", "what", "detail"], After: "desk_document"),
        new("desk_lesson", ["tenant", "company", "supplier", "field"], ["tenant", "company", "supplier", "field", "id", "kept"]),
    ];

    private static string FirstTables(string key, string number, string bytes) => $"""
        create table desk_file (
            tenant {key} not null,
            hash {key} not null,
            content {bytes} not null,
            primary key (tenant, hash)
        );
        create table desk_page (
            tenant {key} not null,
            hash {key} not null,
            page {number} not null,
            content text not null,
            primary key (tenant, hash, page)
        );
        create table desk_document (
            id {key} not null primary key,
            tenant {key} not null,
            company {number} not null,
            hash {key} not null,
            part {number} not null,
            state {key} not null,
            arrived {key} not null,
            due {key} not null,
            settled {key},
            node text,
            leased_until {key},
            version {number} not null,
            words text not null,
            kept text not null,
            unique (tenant, company, hash, part)
        );
        create index desk_document_state on desk_document (tenant, company, state, arrived);
        create index desk_document_due on desk_document (state, due);
        create table desk_event (
            document {key} not null references desk_document (id),
            number {number} not null,
            at {key} not null,
            who text not null,
            what text not null,
            detail text,
            primary key (document, number)
        );
        create table desk_lesson (
            tenant {key} not null,
            company {number} not null,
            supplier {key} not null,
            field {key} not null,
            id {key} not null,
            kept text not null,
            primary key (tenant, company, supplier, field)
        );
        """;
}
