using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Exceptions.Kinds;

/// <summary>Products whose stock in a warehouse was changed by counts and scrap of the last thirty days by at least 250 in value, over all of them.</summary>
internal sealed class InventoryVarianceFinder(StockReader stock) : IExceptionFinder
{
    private const int PeriodDays = 30;
    private const decimal NotableValue = 250;

    public string Kind => Taxonomy.InventoryVariance;

    public async Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
    {
        var days = reads.Days;
        var from = days.Today.AddDays(-PeriodDays);
        var places = (await reads.AllAsync("stock.location", OdooDomain.Where("usage", "=", "inventory"), ["complete_name"], withArchived: true)).Select(p => p.Id).ToHashSet();
        var moves = await reads.AllAsync(
            "stock.move",
            OdooDomain.Where("location_id", "in", places).Or("location_dest_id", "in", places).And("state", "=", "done").And("date", ">=", days.Start(from)),
            ["product_id", "product_qty", "product_uom_qty", "location_id", "location_dest_id", "date", "reference", "origin", "create_uid", "write_date"]);
        var ids = moves.Select(m => m.Link("product_id")?.Id ?? 0).Where(i => i > 0).Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var products = (await reads.AllAsync("product.product", OdooDomain.Where("id", "in", ids), ["display_name", "default_code", "name", "uom_id", "standard_price", "currency_id", "write_date"], withArchived: true)).ToDictionary(r => r.Id);
        var sites = await stock.SitesAsync(reads.Context.Caller, cancellationToken);
        return
        [
            .. moves.Select(m => StockAdjustment.From(m, products, places, sites, days)).OfType<StockAdjustment>()
                .Where(a => a.WarehouseId > 0)
                .GroupBy(a => (a.Row.Link("product_id")!.Value.Id, a.WarehouseId))
                .Where(g => Math.Abs(g.Sum(a => a.Value ?? 0)) >= NotableValue)
                .Select(g => Case([.. g.OrderBy(a => a.Day).ThenBy(a => a.Row.Id)], sites, from)),
        ];
    }

    private static FoundCase Case(IReadOnlyList<StockAdjustment> booked, Sites sites, DateOnly from)
    {
        var (first, last) = (booked[0], booked[^1]);
        var link = first.Row.Link("product_id")!.Value;
        var product = ProductLabel.Short(link.Name);
        var goods = new CaseRecord("product.product", link.Id, product);
        var site = sites.Code(first.WarehouseId);
        var quantity = booked.Sum(a => a.Quantity);
        var unit = first.Product.Unit;
        return new FoundCase
        {
            Kind = Taxonomy.InventoryVariance,
            Key = FormattableString.Invariant($"{link.Id}@{first.WarehouseId}"),
            Title = $"Inventory variance: {product} in {site}",
            Summary = $"Since {Phrase.Day(from)} {Phrase.Count(booked.Count, "count or scrap", "counts and scraps")} booked {Phrase.Quantity(Math.Abs(quantity), unit)} of {product} in {site} {(quantity < 0 ? "out" : "in")}.",
            Cause = $"The last was booked on {Phrase.Day(last.Day)} by {Phrase.Clean(last.Person, 60)}{(last.Reason.Length > 0 ? $": {last.Reason}" : string.Empty)}.",
            Subjects = [goods, new CaseRecord("stock.warehouse", first.WarehouseId, site)],
            Margin = Math.Abs(booked.Sum(a => a.Value ?? 0)),
            MarginCurrency = first.Currency,
            Confidence = 0.9,
            Actions = [CaseActions.Count(product, site)],
            About = [goods],
        };
    }
}
