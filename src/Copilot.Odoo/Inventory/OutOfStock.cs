using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Purchasing;

namespace Copilot.Odoo.Inventory;

/// <summary>
/// Products that a warehouse sells and of which nothing usable lies there, those that are waited for first, with what is on its way and what other warehouses have. Sold means that it left for customers in the last
/// ninety days or is wanted by an open delivery; goods in quality hold can't be used.
/// </summary>
/// <param name="client">Odoo.</param>
/// <param name="stock">Reads shelves and moves.</param>
/// <param name="receipts">Reads receipts.</param>
/// <param name="hold">What the name of a place of quality hold contains.</param>
internal sealed class OutOfStock(IOdooClient client, StockReader stock, ReceiptReader receipts, string hold)
{
    /// <summary>What left, what is wanted, what lies there, and the products; what is to come and go, and its receipts.</summary>
    public const int RoundTrips = 4 + 2 + ReceiptReader.RoundTrips;

    private const int SoldDays = 90;
    private const int MostGroups = 50_000;
    private const int MostProducts = 2000;

    /// <summary>Reads and writes them.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="sites">The warehouses.</param>
    /// <param name="warehouse">The warehouse; null for all of them.</param>
    /// <param name="category">The category; null for all products.</param>
    /// <param name="count">How many to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ToolResult> AnswerAsync(ToolContext context, Sites sites, ResolvedName? warehouse, ResolvedName? category, int count, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var deliveries = sites.TypesOf("outgoing", warehouse?.Id);
        OdooDomain Of(OdooDomain domain) => category is { } one ? domain.And("product_id.categ_id", "child_of", one.Id) : domain;
        var left = MovesAsync(context, Of(OdooDomain.Where("picking_type_id", "in", deliveries).And("state", "=", "done").And("date", ">=", days.Start(days.Today.AddDays(-SoldDays)))), cancellationToken);
        var wanted = MovesAsync(context, Of(OdooDomain.Where("picking_type_id", "in", deliveries).And("state", "in", StockReader.Open)), cancellationToken);
        var lying = client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping { Model = "stock.quant", Domain = Of(OdooDomain.Where("location_id.usage", "=", "internal").And("quantity", ">", 0)), GroupBy = ["product_id", "location_id"], Aggregates = ["quantity:sum"], Limit = MostGroups },
            cancellationToken);
        await Task.WhenAll(left, wanted, lying);
        var usable = (await lying).Where(r => !(r.Link("location_id")?.Name ?? string.Empty).Contains(hold, StringComparison.OrdinalIgnoreCase))
            .Select(r => (r.LinkId("product_id"), sites.OfLocation(r.Link("location_id")?.Name ?? string.Empty))).ToHashSet();
        (int Product, int Warehouse) Key(OdooRow row) => (row.LinkId("product_id"), sites.TypeOf(row.LinkId("picking_type_id"))?.WarehouseId ?? 0);
        var sold = (await left).GroupBy(Key).ToDictionary(g => g.Key, g => g.Sum(r => r.Number("product_uom_qty")));
        var gone = sold.Keys.Concat((await wanted).Select(Key)).Where(k => k.Product > 0 && !usable.Contains(k)).Distinct().ToList();
        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "product.product", Domain = OdooDomain.Where("id", "in", gone.Select(k => k.Product).Distinct()).And("product_tmpl_id.is_storable", "=", true), Fields = ["display_name", "default_code", "name", "uom_id", "write_date"],
                Order = "default_code, id", Limit = MostProducts,
            },
            cancellationToken);
        var products = page.Rows.ToDictionary(p => p.Id);
        var picture = await stock.ReadAsync(context, sites, [.. products.Keys], cancellationToken);
        var arrivals = await receipts.ReadAsync(context, [.. picture.Supplies.Select(s => s.TransferId).Distinct()], cancellationToken);
        var items = gone.Where(k => products.ContainsKey(k.Product)).Select(k => new MissingProduct(
                products[k.Product],
                sites.Code(k.Warehouse),
                sold.GetValueOrDefault(k),
                picture.OnHold(k.Product, k.Warehouse),
                picture.Demands.Where(d => d.ProductId == k.Product && d.WarehouseId == k.Warehouse).Sum(d => d.Quantity),
                [.. picture.Supplies.Where(s => s.ProductId == k.Product && s.WarehouseId == k.Warehouse).OrderBy(s => s.Due)],
                [.. sites.All.Where(s => s.Id != k.Warehouse && picture.Free(k.Product, s.Id) > 0).Select(s => (s.Code, picture.Free(k.Product, s.Id)))]))
            .OrderByDescending(m => m.Wanted > 0).ThenByDescending(m => m.Sold).ThenBy(m => m.Label, StringComparer.Ordinal).ToList();
        var about = (category is { } c ? $" of {c.Name}" : string.Empty) + (warehouse is { } w ? $" in {w.Code ?? w.Name}" : string.Empty);
        return new OutOfStockWriter(new AnswerSheet(context, client), arrivals, about, SoldDays).Write(items, count);
    }

    private Task<IReadOnlyList<OdooRow>> MovesAsync(ToolContext context, OdooDomain domain, CancellationToken cancellationToken)
        => client.ReadGroupAsync(context.Caller, new OdooGrouping { Model = "stock.move", Domain = domain, GroupBy = ["product_id", "picking_type_id"], Aggregates = ["product_uom_qty:sum"], Limit = MostGroups }, cancellationToken);
}
