using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Inventory;

/// <summary>Reads minimum stock rules with their stock as Odoo forecasts it, what was sold lately, and lead times: four round trips.</summary>
internal sealed class ReorderReader(IOdooClient client)
{
    public const int RoundTrips = 4;

    /// <summary>Sales of thirteen weeks.</summary>
    public const int SoldDays = 91;

    private const int MostRules = 10_000;

    /// <summary>The rules the domain finds, and whether there are more.</summary>
    public async Task<(IReadOnlyList<ReorderRule> Rules, bool Cut)> ReadAsync(ToolContext context, Sites sites, OdooDomain domain, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        var page = await client.SearchReadAsync(
            caller,
            new OdooQuery
            {
                Model = "stock.warehouse.orderpoint",
                Domain = domain,
                Fields = ["product_id", "product_tmpl_id", "warehouse_id", "product_uom", "qty_on_hand", "qty_forecast", "product_min_qty", "product_max_qty", "qty_multiple", "replenishment_uom_id", "supplier_id", "snoozed_until", "write_date"],
                Order = "id",
                Limit = MostRules,
            },
            cancellationToken);
        var products = page.Rows.Select(r => r.Link("product_id")?.Id ?? 0).Distinct().ToList();
        var sold = SoldAsync(context, sites, products, cancellationToken);
        var sources = SourcesAsync(caller, page.Rows, cancellationToken);
        var units = UnitsAsync(caller, page.Rows, cancellationToken);
        await Task.WhenAll(sold, sources, units);
        var (demand, offers, sizes) = (await sold, await sources, await units);
        return ([.. page.Rows.Select(r => Rule(r, demand, offers, sizes))], page.Rows.Count >= MostRules);
    }

    /// <summary>The minimum stock rules of a product in a warehouse, or in all. Two round trips.</summary>
    public async Task<IReadOnlyList<StockRule>> OfAsync(Caller caller, int productId, int? warehouseId, CancellationToken cancellationToken)
    {
        var domain = OdooDomain.Where("product_id", "=", productId);
        var page = await client.SearchReadAsync(
            caller,
            new OdooQuery
            {
                Model = "stock.warehouse.orderpoint",
                Domain = warehouseId is { } warehouse ? domain.And("warehouse_id", "=", warehouse) : domain,
                Fields = ["warehouse_id", "product_uom", "product_min_qty", "product_max_qty", "qty_multiple", "replenishment_uom_id"],
                Order = "warehouse_id, id",
                Limit = MostRules,
            },
            cancellationToken);
        var sizes = await UnitsAsync(caller, page.Rows, cancellationToken);
        return [.. page.Rows.Select(r => new StockRule(Phrase.Clean(r.Link("warehouse_id")?.Name, 60), (double)r.Number("product_min_qty"), (double)r.Number("product_max_qty"), (double)Multiple(r, sizes)))];
    }

    /// <summary>What left for customers by product and warehouse in the last thirteen weeks. One round trip.</summary>
    public async Task<IReadOnlyDictionary<(int Product, int Warehouse), decimal>> SoldAsync(ToolContext context, Sites sites, IReadOnlyCollection<int> products, CancellationToken cancellationToken)
    {
        if (products.Count == 0)
        {
            return new Dictionary<(int, int), decimal>();
        }

        var days = new CallerDays(context);
        var groups = await client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping
            {
                Model = "stock.move",
                Domain = OdooDomain.Where("product_id", "in", products).And("state", "=", "done").And("picking_type_id", "in", sites.TypesOf("outgoing"))
                    .And("location_dest_id.usage", "=", "customer").And("date", ">=", days.Start(days.Today.AddDays(-SoldDays))),
                GroupBy = ["product_id", "picking_type_id"],
                Aggregates = ["product_qty:sum"],
                Limit = MostRules * 4,
            },
            cancellationToken);
        return groups.Where(g => g.Link("product_id") is not null)
            .GroupBy(g => (Product: g.Link("product_id")!.Value.Id, Warehouse: sites.TypeOf(g.Link("picking_type_id")?.Id)?.WarehouseId ?? 0))
            .ToDictionary(g => g.Key, g => g.Sum(r => r.Number("product_qty")));
    }

    private static ReorderRule Rule(OdooRow row, IReadOnlyDictionary<(int, int), decimal> sold, ILookup<int, OdooRow> offers, IReadOnlyDictionary<int, decimal> sizes)
    {
        var product = row.Link("product_id");
        var warehouse = row.Link("warehouse_id")?.Id ?? 0;
        var sources = offers[row.Link("product_tmpl_id")?.Id ?? 0].ToList();
        var source = sources.Find(s => s.Id == row.Link("supplier_id")?.Id) ?? sources.FirstOrDefault();
        return new ReorderRule(
            row,
            ProductLabel.Short(product?.Name),
            ProductLabel.Name(product?.Name),
            row.Link("product_uom")?.Name ?? string.Empty,
            warehouse,
            row.Number("qty_on_hand"),
            row.Number("qty_forecast"),
            row.Number("product_min_qty"),
            row.Number("product_max_qty"),
            Multiple(row, sizes),
            sold.GetValueOrDefault((product?.Id ?? 0, warehouse)),
            SoldDays,
            source?.Whole("delay"),
            source?.Link("partner_id")?.Name);
    }

    /// <summary>What a rule's orders are multiples of: a number of its own until Odoo 18, a unit since 19.</summary>
    private static decimal Multiple(OdooRow rule, IReadOnlyDictionary<int, decimal> sizes)
        => rule.Has("qty_multiple") ? rule.Number("qty_multiple")
            : sizes.GetValueOrDefault(rule.Link("product_uom")?.Id ?? 0) is > 0 and var own ? Math.Round(sizes.GetValueOrDefault(rule.Link("replenishment_uom_id")?.Id ?? 0) / own, 4) : 0;

    /// <summary>Who sells the products and how long it takes; nothing where the caller may not see it. The first of a product is Odoo's own choice.</summary>
    private async Task<ILookup<int, OdooRow>> SourcesAsync(Caller caller, IReadOnlyList<OdooRow> rules, CancellationToken cancellationToken)
    {
        var templates = rules.Select(r => r.Link("product_tmpl_id")?.Id ?? 0).Distinct().ToList();
        if (templates.Count == 0 || !await client.MayReadAsync(caller, "product.supplierinfo", cancellationToken))
        {
            return Array.Empty<OdooRow>().ToLookup(r => r.Id);
        }

        var page = await client.SearchReadAsync(
            caller,
            new OdooQuery { Model = "product.supplierinfo", Domain = OdooDomain.Where("product_tmpl_id", "in", templates), Fields = ["product_tmpl_id", "partner_id", "delay", "sequence"], Order = "sequence, id", Limit = MostRules * 2 },
            cancellationToken);
        return page.Rows.ToLookup(r => r.Link("product_tmpl_id")?.Id ?? 0);
    }

    /// <summary>The size of the units that rules order in, and of the products' own; none is read where no rule has such a unit.</summary>
    private async Task<IReadOnlyDictionary<int, decimal>> UnitsAsync(Caller caller, IReadOnlyList<OdooRow> rules, CancellationToken cancellationToken)
    {
        var packed = rules.Where(r => r.Link("replenishment_uom_id") is not null).ToList();
        var ids = packed.SelectMany(r => new[] { r.Link("replenishment_uom_id")!.Value.Id, r.Link("product_uom")?.Id ?? 0 }).Where(i => i > 0).Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<int, decimal>()
            : (await client.ReadAsync(caller, "uom.uom", ids, ["factor"], cancellationToken)).ToDictionary(u => u.Id, u => u.Number("factor"));
    }
}
