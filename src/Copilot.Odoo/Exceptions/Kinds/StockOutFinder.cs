using Copilot.Odoo.Answers;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Exceptions.Kinds;

/// <summary>Products that open deliveries of a warehouse want and that nothing covers: no usable stock, no receipt, and none in quality hold that could be released.</summary>
internal sealed class StockOutFinder : IExceptionFinder
{
    public string Kind => Taxonomy.StockOut;

    public async Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
        => [.. GoodsGroup.Of(await reads.BookAsync(), s => Lacking(s) > 0).Select(g => Case(g, reads.Days.Today))];

    private static decimal Lacking(Shortage shortage) => shortage.Uncovered - Math.Min(shortage.Uncovered, shortage.OnQualityHold);

    private static FoundCase Case(GoodsGroup goods, DateOnly today)
    {
        var lacking = goods.Short.Sum(p => Lacking(p.Shortage));
        return new FoundCase
        {
            Kind = Taxonomy.StockOut,
            Key = goods.Key,
            Title = $"Stock-out: {goods.Product} in {goods.Warehouse}",
            Summary = $"{Phrase.Quantity(lacking, goods.Unit)} of {goods.Product} are missing in {goods.Warehouse} for {Phrase.Count(goods.Short.Count, "open order", "open orders")}.",
            Cause = "Neither the stock nor any receipt on the way covers them.",
            Subjects = goods.Subjects,
            Details = goods.Details(Lacking),
            Stakes = goods.Stakes,
            Recoverable = goods.Short.All(p => p.Order.Promised >= today),
            Actions = [CaseActions.DraftPurchase(goods.Product, lacking, goods.Unit)],
            About = [goods.ProductRecord],
        };
    }
}
