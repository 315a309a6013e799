using Copilot.Odoo.Answers;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Exceptions.Kinds;

/// <summary>Products in quality hold that open deliveries of the same warehouse are short of.</summary>
internal sealed class QualityHoldFinder : IExceptionFinder
{
    public string Kind => Taxonomy.QualityHold;

    public async Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
        => [.. GoodsGroup.Of(await reads.BookAsync(), s => Held(s) > 0).Select(g => Case(g, reads.Days.Today))];

    private static decimal Held(Shortage shortage) => Math.Min(shortage.Uncovered, shortage.OnQualityHold);

    private static FoundCase Case(GoodsGroup goods, DateOnly today)
    {
        var onHold = goods.Short.Max(p => p.Shortage.OnQualityHold);
        return new FoundCase
        {
            Kind = Taxonomy.QualityHold,
            Key = goods.Key,
            Title = $"Quality hold: {goods.Product} in {goods.Warehouse}",
            Summary = $"{Phrase.Quantity(onHold, goods.Unit)} of {goods.Product} stand in quality hold in {goods.Warehouse} while {Phrase.Count(goods.Short.Count, "open order is", "open orders are")} short of them.",
            Cause = "Nobody has released or rejected the held goods yet.",
            Subjects = goods.Subjects,
            Details = goods.Details(Held),
            Stakes = goods.Stakes,
            Recoverable = goods.Short.All(p => p.Order.Promised >= today),
            Actions = [CaseActions.ToDo("product", goods.Product, $"Release or reject what stands in quality hold in {goods.Warehouse}: open orders wait for it")],
            About = [goods.ProductRecord],
        };
    }
}
