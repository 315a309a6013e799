using Copilot.Contracts;

namespace Copilot.Governance.Audit;

/// <summary>The audit tables. Entries can only be added: the database itself refuses to change or delete them.</summary>
internal static class AuditSchemaStore
{
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        new("audit", 1, """
            create table audit_entry (
                tenant text not null,
                seq integer not null,
                at text not null,
                kind text not null,
                turn_id text,
                conversation_id text,
                caller_id text not null,
                instance text not null,
                content text not null,
                previous_hash text not null,
                hash text not null,
                primary key (tenant, seq)
            );
            create index audit_entry_turn on audit_entry (turn_id) where turn_id is not null;
            create index audit_entry_at on audit_entry (tenant, at);
            create table audit_head (tenant text primary key, seq integer not null, hash text not null, seal text not null);
            create trigger audit_entry_no_update before update on audit_entry begin select raise(abort, 'the audit trail is append-only'); end;
            create trigger audit_entry_no_delete before delete on audit_entry begin select raise(abort, 'the audit trail is append-only'); end;
            """)
        {
            PostgreSql = """
                create table audit_entry (
                    tenant text collate "C" not null,
                    seq bigint not null,
                    at text collate "C" not null,
                    kind text not null,
                    turn_id text collate "C",
                    conversation_id text,
                    caller_id text not null,
                    instance text not null,
                    content text not null,
                    previous_hash text not null,
                    hash text not null,
                    primary key (tenant, seq)
                );
                create index audit_entry_turn on audit_entry (turn_id) where turn_id is not null;
                create index audit_entry_at on audit_entry (tenant, at);
                create table audit_head (tenant text collate "C" primary key, seq bigint not null, hash text not null, seal text not null);
                create function audit_entry_refuse() returns trigger language plpgsql as $$ begin raise exception 'the audit trail is append-only'; end $$;
                create trigger audit_entry_no_change before update or delete or truncate on audit_entry for each statement execute function audit_entry_refuse();
                """,
        },

        // Nodes that share a database must share the key of the seal: the first one leaves its fingerprint here.
        new("audit", 2, "create table audit_key (id bigint primary key check (id = 1), fingerprint text not null)"),
    ];

    public static IReadOnlyList<MigratedTable> Tables { get; } =
    [
        new("audit_entry", ["tenant", "seq"], ["tenant", "seq", "at", "kind", "turn_id", "conversation_id", "caller_id", "instance", "content", "previous_hash", "hash"]) { AppendOnly = true },
        new("audit_head", ["tenant"], ["tenant", "seq", "hash", "seal"], After: "audit_entry"),
    ];
}
