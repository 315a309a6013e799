using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Inventory;

/// <summary>Stock of a product in a warehouse: since when it lies, and how fast it sells.</summary>
/// <param name="Product">The product.</param>
/// <param name="WarehouseId">The warehouse.</param>
/// <param name="Parts">Quantities with the day each came in, the oldest first.</param>
/// <param name="Sold">What was sold in the last thirteen weeks.</param>
/// <param name="Cost">Cost of a unit; null when the caller may not see it.</param>
/// <param name="Currency">The currency of the cost.</param>
internal sealed record LyingStock(StockedProduct Product, int WarehouseId, IReadOnlyList<(decimal Quantity, DateOnly Since)> Parts, decimal Sold, decimal? Cost, string Currency)
{
    private const int ExcessWeeks = 26;

    public decimal Quantity => Parts.Sum(p => p.Quantity);

    public DateOnly Oldest => Parts.Min(p => p.Since);

    /// <summary>What is more than half a year of sale at the pace of the last thirteen weeks; all of it when nothing sold.</summary>
    public decimal Excess => Math.Max(0, Quantity - Needed);

    /// <summary>Twice what thirteen weeks sold: 26 weeks.</summary>
    public decimal Needed => Sold * ExcessWeeks * 7 / ReorderReader.SoldDays;

    public decimal OlderThan(DateOnly day) => Parts.Where(p => p.Since < day).Sum(p => p.Quantity);

    public static IReadOnlyList<LyingStock> Of(
        IEnumerable<OdooRow> quants, IEnumerable<OdooRow> products, Sites sites, IReadOnlyDictionary<(int Product, int Warehouse), decimal> sold, int? warehouseId, CallerDays days)
    {
        var known = products.ToDictionary(p => p.Id);
        return [.. quants
            .Select(q => (Quant: q, Product: q.Link("product_id")?.Id ?? 0, Warehouse: sites.OfLocation(q.Link("location_id")?.Name ?? string.Empty)))
            .Where(q => known.ContainsKey(q.Product) && q.Warehouse > 0 && (warehouseId is null || q.Warehouse == warehouseId))
            .GroupBy(q => (q.Product, q.Warehouse))
            .Select(g => new LyingStock(
                new StockedProduct(known[g.Key.Product]),
                g.Key.Warehouse,
                [.. g.Select(q => (q.Quant.Number("quantity"), days.Of(q.Quant.Moment("in_date")) ?? days.Today)).OrderBy(p => p.Item2)],
                sold.GetValueOrDefault(g.Key),
                known[g.Key.Product].Has("standard_price") ? known[g.Key.Product].Number("standard_price") : null,
                known[g.Key.Product].Link("currency_id")?.Name ?? "EUR"))];
    }
}
