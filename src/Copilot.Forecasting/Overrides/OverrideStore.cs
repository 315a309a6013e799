using System.Globalization;
using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Forecasting.Overrides;

/// <summary>Keeps planners' figures. Each is written once; taking it back leaves it with the name of who did.</summary>
internal sealed class OverrideStore(IStoreDatabase database)
{
    /// <summary>Keeps a figure; the same one a second time changes nothing.</summary>
    public Task AddAsync(string tenant, PlannerFigure figure, CancellationToken cancellationToken)
        => database.WriteAsync(
            t => t.Run(
                "insert into forecast_override (id, tenant, product, from_day, to_day, made_at, kept) values (@id, @tenant, @product, @from, @to, @at, @kept) on conflict (id) do nothing",
                ("id", figure.Id),
                ("tenant", tenant),
                ("product", (long)figure.ProductId),
                ("from", Day(figure.From)),
                ("to", Day(figure.To)),
                ("at", StoreCommands.Text(figure.At)),
                ("kept", JsonSerializer.Serialize(figure, ContractJson.Options))),
            cancellationToken);

    /// <summary>Takes a figure back.</summary>
    /// <returns>False when it is not there or was taken back before.</returns>
    public Task<bool> WithdrawAsync(string tenant, string id, string by, DateTimeOffset at, CancellationToken cancellationToken)
        => database.WriteAsync(
            t => t.Run("update forecast_override set withdrawn_at = @at, withdrawn_by = @by where tenant = @tenant and id = @id and withdrawn_at is null", ("at", StoreCommands.Text(at)), ("by", by), ("tenant", tenant), ("id", id)) == 1,
            cancellationToken);

    /// <summary>Whether a figure is there, and whether it still holds; null when it is not there.</summary>
    public Task<bool?> HoldsAsync(string tenant, string id, CancellationToken cancellationToken)
        => database.ReadAsync<bool?>(
            c => c.Rows(null, "select withdrawn_at from forecast_override where tenant = @tenant and id = @id", r => (bool?)r.IsDBNull(0), ("tenant", tenant), ("id", id)).FirstOrDefault(), cancellationToken);

    /// <summary>What was set for a product and holds, the periods that end from a day on; the newest first.</summary>
    public Task<IReadOnlyList<PlannerFigure>> OfAsync(string tenant, int productId, DateOnly since, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<PlannerFigure>>(
            c => c.Rows(
                null,
                "select kept from forecast_override where tenant = @tenant and product = @product and to_day >= @since and withdrawn_at is null order by made_at desc, id desc",
                r => Read(r.GetString(0)),
                ("tenant", tenant),
                ("product", (long)productId),
                ("since", Day(since))),
            cancellationToken);

    /// <summary>What was set for any product and holds, the periods that end from a day on; the newest first.</summary>
    public Task<IReadOnlyList<PlannerFigure>> AllAsync(string tenant, DateOnly since, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<PlannerFigure>>(
            c => c.Rows(
                null,
                "select kept from forecast_override where tenant = @tenant and to_day >= @since and withdrawn_at is null order by made_at desc, id desc",
                r => Read(r.GetString(0)),
                ("tenant", tenant),
                ("since", Day(since))),
            cancellationToken);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static PlannerFigure Read(string kept) => JsonSerializer.Deserialize<PlannerFigure>(kept, ContractJson.Options)!;
}
