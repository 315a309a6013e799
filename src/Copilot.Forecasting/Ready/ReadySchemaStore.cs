using Copilot.Contracts;

namespace Copilot.Forecasting.Ready;

/// <summary>The tables of forecasts that are made ready. New steps go to the end.</summary>
internal static class ReadySchemaStore
{
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        // A forecast lies under the hash of what it was made from, so none is ever out of date.
        new("forecast_ready", 1, FirstTables("text"))
        {
            PostgreSql = FirstTables("text collate \"C\""),
        },
    ];

    public static IReadOnlyList<MigratedTable> Tables { get; } =
    [
        new("forecast_ready", ["tenant", "hash"], ["tenant", "hash", "used_at", "kept"]),
        new("forecast_night", ["tenant"], ["tenant", "node", "leased_until", "kept"]),
    ];

    private static string FirstTables(string key) => $"""
        create table forecast_ready (
            tenant {key} not null,
            hash {key} not null,
            used_at {key} not null,
            kept text not null,
            primary key (tenant, hash)
        );
        create index forecast_ready_used on forecast_ready (tenant, used_at);
        create table forecast_night (
            tenant {key} not null primary key,
            node text,
            leased_until {key},
            kept text not null
        );
        """;
}
