using Copilot.Contracts;

namespace Copilot.Forecasting.Overrides;

/// <summary>Finds what planners set for goods whose history a caller has read.</summary>
internal sealed class OverrideBook(OverrideStore store)
{
    /// <summary>What holds for one product from a day on.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="history">What was read with the caller's rights.</param>
    /// <param name="since">The day; figures that end before it are left out.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<PlannerFigures> OfAsync(Caller caller, DemandHistory history, DateOnly since, CancellationToken cancellationToken)
        => history.Record is { } product ? PlannerFigures.Of(history, caller, await store.OfAsync(caller.Tenant, product.Id, since, cancellationToken)) : PlannerFigures.None;

    /// <summary>What holds for each of several products from a day on, by the product's number; products without a figure are left out.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="histories">What was read with the caller's rights.</param>
    /// <param name="since">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyDictionary<int, PlannerFigures>> OfManyAsync(Caller caller, IReadOnlyList<DemandHistory> histories, DateOnly since, CancellationToken cancellationToken)
    {
        var all = (await store.AllAsync(caller.Tenant, since, cancellationToken)).ToLookup(f => f.ProductId);
        return histories.Where(h => h.Record is { } r && all.Contains(r.Id)).ToDictionary(h => h.Record!.Id, h => PlannerFigures.Of(h, caller, [.. all[h.Record!.Id]]));
    }
}
