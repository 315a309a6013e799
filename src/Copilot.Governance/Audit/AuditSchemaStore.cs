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
            """),
    ];
}
