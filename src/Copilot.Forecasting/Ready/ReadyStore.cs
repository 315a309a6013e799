using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Forecasting.Ready;

/// <summary>Keeps forecasts by the hash of what they were made from, and how far a night has come.</summary>
internal sealed class ReadyStore(IStoreDatabase database)
{
    /// <summary>All that is kept, the latest used first.</summary>
    public Task<IReadOnlyList<(string Hash, SeriesForecast Forecast)>> AllAsync(string tenant, int most, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<(string, SeriesForecast)>>(
            c => c.Rows(
                null,
                "select hash, kept from forecast_ready where tenant = @tenant order by used_at desc, hash limit @most",
                r => (r.GetString(0), JsonSerializer.Deserialize<SeriesForecast>(r.GetString(1), ContractJson.Options)!),
                ("tenant", tenant),
                ("most", (long)most)),
            cancellationToken);

    /// <summary>Keeps forecasts and notes that they, and others that were kept before, were used now.</summary>
    public Task KeepAsync(string tenant, IReadOnlyCollection<(string Hash, SeriesForecast Forecast)> made, IReadOnlyCollection<string> used, DateTimeOffset now, CancellationToken cancellationToken)
        => made.Count + used.Count == 0 ? Task.CompletedTask : database.WriteAsync(
            t =>
            {
                foreach (var (hash, forecast) in made)
                {
                    t.Run(
                        "insert into forecast_ready (tenant, hash, used_at, kept) values (@tenant, @hash, @at, @kept) on conflict (tenant, hash) do update set used_at = excluded.used_at",
                        ("tenant", tenant),
                        ("hash", hash),
                        ("at", StoreCommands.Text(now)),
                        ("kept", JsonSerializer.Serialize(forecast, ContractJson.Options)));
                }

                foreach (var hash in used)
                {
                    t.Run("update forecast_ready set used_at = @at where tenant = @tenant and hash = @hash", ("at", StoreCommands.Text(now)), ("tenant", tenant), ("hash", hash));
                }

                return made.Count;
            },
            cancellationToken);

    /// <summary>Removes what no night has used since a moment.</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetAsync(string tenant, DateTimeOffset before, CancellationToken cancellationToken)
        => database.WriteAsync(t => t.Run("delete from forecast_ready where tenant = @tenant and used_at < @before", ("tenant", tenant), ("before", StoreCommands.Text(before))), cancellationToken);

    /// <summary>How far the work has come; empty when nobody ever looked.</summary>
    public Task<NightState> StateAsync(string tenant, CancellationToken cancellationToken)
        => database.ReadAsync(
            c => c.Rows(null, "select kept from forecast_night where tenant = @tenant", r => JsonSerializer.Deserialize<NightState>(r.GetString(0), ContractJson.Options)!, ("tenant", tenant)).FirstOrDefault() ?? new NightState(),
            cancellationToken);

    /// <summary>Takes or keeps the work for a node.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="node">The node.</param>
    /// <param name="gone">Nodes that run no more; what they held is free.</param>
    /// <param name="now">The moment.</param>
    /// <param name="until">How long it is held.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether the node has it.</returns>
    public Task<bool> LeaseAsync(string tenant, string node, IReadOnlySet<string> gone, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
        => database.WriteAsync(
            t =>
            {
                var held = t.Connection!.Rows(t, "select node, leased_until from forecast_night where tenant = @tenant", r => (Node: r.TextOrNull(0), Until: r.TextOrNull(1)), ("tenant", tenant));
                if (held.Count == 0)
                {
                    t.Run("insert into forecast_night (tenant, node, leased_until, kept) values (@tenant, @node, @until, '{}')", ("tenant", tenant), ("node", node), ("until", StoreCommands.Text(until)));
                    return true;
                }

                var (other, lease) = held[0];
                if (other is not null && other != node && !gone.Contains(other) && lease is not null && string.CompareOrdinal(lease, StoreCommands.Text(now)) > 0)
                {
                    return false;
                }

                t.Run("update forecast_night set node = @node, leased_until = @until where tenant = @tenant", ("tenant", tenant), ("node", node), ("until", StoreCommands.Text(until)));
                return true;
            },
            cancellationToken);

    /// <summary>The node that has the work, or had it last.</summary>
    public Task<string?> NodeAsync(string tenant, CancellationToken cancellationToken)
        => database.ReadAsync(c => c.Rows(null, "select node from forecast_night where tenant = @tenant", r => r.TextOrNull(0), ("tenant", tenant)).FirstOrDefault(), cancellationToken);

    /// <summary>Keeps how far the work has come, if the node still has it.</summary>
    public Task<bool> SaveAsync(string tenant, string node, NightState state, CancellationToken cancellationToken)
        => database.WriteAsync(t => t.Run("update forecast_night set kept = @kept where tenant = @tenant and node = @node", ("kept", JsonSerializer.Serialize(state, ContractJson.Options)), ("tenant", tenant), ("node", node)) == 1, cancellationToken);
}
