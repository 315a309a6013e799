using Copilot.Contracts;

namespace Copilot.Forecasting.Overrides;

/// <summary>What planners set for one product that the caller reads: what counts for the same goods, and what was set for a part of them.</summary>
/// <param name="Counted">For exactly the same goods, the newest first.</param>
/// <param name="Parts">For some companies of those in view alone: told, not reckoned with.</param>
internal sealed record PlannerFigures(IReadOnlyList<PlannerFigure> Counted, IReadOnlyList<PlannerFigure> Parts)
{
    /// <summary>Gets none.</summary>
    public static PlannerFigures None { get; } = new([], []);

    /// <summary>
    /// Sorts figures for a history. A figure for all warehouses is one for the companies that its maker saw: who sees others too is told of it, who sees fewer is not, since it would tell of demand that is not theirs.
    /// </summary>
    /// <param name="history">What the caller has read, of one product.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="figures">All that holds for the product, the newest first.</param>
    public static PlannerFigures Of(DemandHistory history, Caller caller, IReadOnlyList<PlannerFigure> figures)
    {
        if (history.Scope.Customer is not null)
        {
            return None;
        }

        var companies = CompaniesOf(caller);
        var same = figures.Where(f => f.ProductId == history.Record?.Id && f.WarehouseId == history.Place?.Id && (f.WarehouseId is not null || f.Companies.All(companies.Contains))).ToList();
        var whole = same.Where(IsWhole).ToList();

        // A newer figure for all the days of an older one leaves nothing of it.
        return new PlannerFigures([.. whole.Where((f, at) => !whole.Take(at).Any(newer => newer.From <= f.From && newer.To >= f.To))], [.. same.Where(f => !IsWhole(f))]);

        bool IsWhole(PlannerFigure figure) => figure.WarehouseId is not null || figure.Companies.SequenceEqual(companies);
    }

    /// <summary>The caller's companies, ascending.</summary>
    public static IReadOnlyList<int> CompaniesOf(Caller caller) => [.. caller.Companies.Select(c => c.Id).Order()];
}
