using Copilot.Contracts;

namespace Copilot.Governance.Approvals;

/// <summary>The tables of proposals. New steps go to the end.</summary>
internal static class ProposalSchemaStore
{
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        // An attempt is written before the ERP is asked: whoever finds one without an end looks up what it did before anything is repeated.
        new("proposals", 1, """
            create table proposal (
                id text not null primary key,
                tenant text not null,
                requester text not null,
                fingerprint text not null,
                state text not null,
                requested_at text not null,
                expires_at text not null,
                due_at text,
                node text,
                undo_of text,
                version integer not null,
                kept text not null
            );
            create index proposal_state on proposal (tenant, state, requested_at);
            create index proposal_requester on proposal (tenant, requester, requested_at);
            create table proposal_decision (
                proposal_id text not null references proposal (id),
                number integer not null,
                caller text not null,
                kind text not null,
                at text not null,
                kept text not null,
                primary key (proposal_id, number)
            );
            create table proposal_attempt (
                proposal_id text not null references proposal (id),
                number integer not null,
                node text not null,
                began_at text not null,
                ended_at text,
                kind text,
                summary text,
                primary key (proposal_id, number)
            );
            """)
        {
            PostgreSql = """
                create table proposal (
                    id text collate "C" not null primary key,
                    tenant text collate "C" not null,
                    requester text collate "C" not null,
                    fingerprint text collate "C" not null,
                    state text collate "C" not null,
                    requested_at text collate "C" not null,
                    expires_at text collate "C" not null,
                    due_at text collate "C",
                    node text,
                    undo_of text collate "C",
                    version bigint not null,
                    kept text not null
                );
                create index proposal_state on proposal (tenant, state, requested_at);
                create index proposal_requester on proposal (tenant, requester, requested_at);
                create table proposal_decision (
                    proposal_id text collate "C" not null references proposal (id),
                    number bigint not null,
                    caller text not null,
                    kind text not null,
                    at text collate "C" not null,
                    kept text not null,
                    primary key (proposal_id, number)
                );
                create table proposal_attempt (
                    proposal_id text collate "C" not null references proposal (id),
                    number bigint not null,
                    node text not null,
                    began_at text collate "C" not null,
                    ended_at text collate "C",
                    kind text,
                    summary text,
                    primary key (proposal_id, number)
                );
                """,
        },

        // Numbers every change, so that channels learn of all of them; what was there before has none and is nobody's news.
        new("proposals", 2, """
            alter table proposal add column changed integer not null default 0;
            create index proposal_changed on proposal (changed);
            """)
        {
            PostgreSql = """
                alter table proposal add column changed bigint not null default 0;
                create index proposal_changed on proposal (changed);
                """,
        },
    ];

    public static IReadOnlyList<MigratedTable> Tables { get; } =
    [
        new("proposal", ["id"], ["id", "tenant", "requester", "fingerprint", "state", "requested_at", "expires_at", "due_at", "node", "undo_of", "version", "kept", "changed"]),
        new("proposal_decision", ["proposal_id", "number"], ["proposal_id", "number", "caller", "kind", "at", "kept"], After: "proposal"),
        new("proposal_attempt", ["proposal_id", "number"], ["proposal_id", "number", "node", "began_at", "ended_at", "kind", "summary"], After: "proposal"),
    ];
}
