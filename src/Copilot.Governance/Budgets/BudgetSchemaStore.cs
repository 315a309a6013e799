using Copilot.Contracts;

namespace Copilot.Governance.Budgets;

/// <summary>The tables of budgets and pace. New steps go to the end.</summary>
internal static class BudgetSchemaStore
{
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        // Money in millionths. A hold is what a running turn may come to cost; it lapses when its process died.
        new("budgets", 1, """
            create table model_spend (
                tenant text not null,
                day text not null,
                scope text not null,
                who text not null,
                tokens integer not null,
                millionths integer not null,
                primary key (tenant, day, scope, who)
            );
            create table model_hold (
                turn_id text not null primary key,
                tenant text not null,
                day text not null,
                caller text not null,
                company text not null,
                tokens integer not null,
                millionths integer not null,
                expires_at text not null
            );
            create index model_hold_day on model_hold (tenant, day);
            create table question_pace (
                tenant text not null,
                caller text not null,
                minute integer not null,
                taken integer not null,
                primary key (tenant, caller)
            );
            """)
        {
            PostgreSql = """
                create table model_spend (
                    tenant text collate "C" not null,
                    day text collate "C" not null,
                    scope text collate "C" not null,
                    who text collate "C" not null,
                    tokens bigint not null,
                    millionths bigint not null,
                    primary key (tenant, day, scope, who)
                );
                create table model_hold (
                    turn_id text collate "C" not null primary key,
                    tenant text collate "C" not null,
                    day text collate "C" not null,
                    caller text not null,
                    company text not null,
                    tokens bigint not null,
                    millionths bigint not null,
                    expires_at text collate "C" not null
                );
                create index model_hold_day on model_hold (tenant, day);
                create table question_pace (
                    tenant text collate "C" not null,
                    caller text collate "C" not null,
                    minute bigint not null,
                    taken bigint not null,
                    primary key (tenant, caller)
                );
                """,
        },
    ];

    /// <summary>What was spent moves to another store; holds and paces are of the moment.</summary>
    public static IReadOnlyList<MigratedTable> Tables { get; } = [new("model_spend", ["tenant", "day", "scope", "who"], ["tenant", "day", "scope", "who", "tokens", "millionths"])];
}
