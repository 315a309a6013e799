using Copilot.Contracts;

namespace Copilot.Forecasting.Overrides;

/// <summary>The table of planners' figures. New steps go to the end.</summary>
internal static class OverrideSchemaStore
{
    public static IReadOnlyList<SchemaStep> Steps { get; } =
    [
        // What was set is never changed: it is withdrawn, and stays to be compared with what came.
        new("forecast_override", 1, FirstTable("text", "integer"))
        {
            PostgreSql = FirstTable("text collate \"C\"", "bigint"),
        },
    ];

    public static IReadOnlyList<MigratedTable> Tables { get; } =
    [
        new("forecast_override", ["id"], ["id", "tenant", "product", "from_day", "to_day", "made_at", "withdrawn_at", "withdrawn_by", "kept"]),
    ];

    private static string FirstTable(string key, string number) => $"""
        create table forecast_override (
            id {key} not null primary key,
            tenant {key} not null,
            product {number} not null,
            from_day {key} not null,
            to_day {key} not null,
            made_at {key} not null,
            withdrawn_at {key},
            withdrawn_by text,
            kept text not null
        );
        create index forecast_override_product on forecast_override (tenant, product, to_day);
        """;
}
