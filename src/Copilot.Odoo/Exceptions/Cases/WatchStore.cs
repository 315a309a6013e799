using System.Data.Common;
using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Odoo.Exceptions.Cases;

/// <summary>Who watches, how far the watch has come, and what a webhook has hinted at.</summary>
internal sealed class WatchStore(IStoreDatabase database)
{
    /// <summary>Takes or keeps the watch for a node.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="node">The node.</param>
    /// <param name="gone">Nodes that run no more; what they held is free.</param>
    /// <param name="now">The moment.</param>
    /// <param name="until">How long it is held.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether the node has it.</returns>
    public Task<bool> LeaseAsync(string tenant, string node, IReadOnlySet<string> gone, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                var held = transaction.Connection!.Rows(transaction, "select node, leased_until from exception_watch where tenant = @tenant", r => (Node: r.TextOrNull(0), Until: r.TextOrNull(1)), ("tenant", tenant));
                if (held.Count == 0)
                {
                    transaction.Run("insert into exception_watch (tenant, node, leased_until, kept) values (@tenant, @node, @until, '{}')", ("tenant", tenant), ("node", node), ("until", StoreCommands.Text(until)));
                    return true;
                }

                if (held[0].Node is { } other && other != node && !gone.Contains(other) && held[0].Until is { } lease && string.CompareOrdinal(lease, StoreCommands.Text(now)) > 0)
                {
                    return false;
                }

                transaction.Run("update exception_watch set node = @node, leased_until = @until where tenant = @tenant", ("tenant", tenant), ("node", node), ("until", StoreCommands.Text(until)));
                return true;
            },
            cancellationToken);

    /// <summary>What the watch knows of itself; empty when nobody ever watched.</summary>
    public Task<WatchState> StateAsync(string tenant, CancellationToken cancellationToken)
        => database.ReadAsync(
            c => c.Rows(null, "select node, kept from exception_watch where tenant = @tenant", r => JsonSerializer.Deserialize<WatchState>(r.GetString(1), ContractJson.Options)! with { Node = r.TextOrNull(0) }, ("tenant", tenant)).FirstOrDefault() ?? new WatchState(),
            cancellationToken);

    /// <summary>Keeps what the watch knows, if the node still has it.</summary>
    public Task<bool> SaveAsync(string tenant, string node, WatchState state, CancellationToken cancellationToken)
        => database.WriteAsync(t => t.Run("update exception_watch set kept = @kept where tenant = @tenant and node = @node", ("kept", JsonSerializer.Serialize(state, ContractJson.Options)), ("tenant", tenant), ("node", node)) == 1, cancellationToken);

    /// <summary>Notes that records of a model have changed.</summary>
    public Task HintAsync(string tenant, string model, DateTimeOffset at, CancellationToken cancellationToken)
        => database.WriteAsync(
            t => t.Run("insert into exception_hint (tenant, model, at) values (@tenant, @model, @at) on conflict (tenant, model) do update set at = excluded.at", ("tenant", tenant), ("model", model), ("at", StoreCommands.Text(at))),
            cancellationToken);

    /// <summary>The models hinted at.</summary>
    public Task<IReadOnlyList<(string Model, DateTimeOffset At)>> HintsAsync(string tenant, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<(string, DateTimeOffset)>>(
            c => c.Rows(null, "select model, at from exception_hint where tenant = @tenant order by model", r => (r.GetString(0), StoreCommands.Moment(r.GetString(1))), ("tenant", tenant)), cancellationToken);

    /// <summary>Forgets hints that were followed; one given anew since stays.</summary>
    public Task ForgetAsync(string tenant, IReadOnlyList<(string Model, DateTimeOffset At)> hints, CancellationToken cancellationToken)
        => hints.Count == 0 ? Task.CompletedTask : database.WriteAsync(
            t => hints.Sum(h => t.Run("delete from exception_hint where tenant = @tenant and model = @model and at <= @at", ("tenant", tenant), ("model", h.Model), ("at", StoreCommands.Text(h.At)))),
            cancellationToken);

    /// <summary>The node that has the watch; null when none ever had.</summary>
    public static string? NodeOf(DbTransaction transaction, string tenant)
        => transaction.Connection!.Rows(transaction, "select node from exception_watch where tenant = @tenant", r => r.TextOrNull(0), ("tenant", tenant)).FirstOrDefault();
}
