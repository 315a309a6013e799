using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Purchasing;

namespace Copilot.Odoo.Warehouse;

/// <summary>Reads receipts with their goods and the customer orders that draw on them: at most seven round trips, one more for the orders.</summary>
internal sealed class ArrivalReader(IOdooClient client, StockReader stock)
{
    public const int RoundTrips = 8;

    private const int MostReceipts = 500;
    private const int MostLines = 10_000;

    public async Task<(IReadOnlyList<Arrival> Arrivals, int Total)> ReadAsync(ToolContext context, Sites sites, OdooDomain domain, string order, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        var page = await client.SearchReadAsync(
            caller,
            new OdooQuery { Model = "stock.picking", Domain = domain, Fields = ["name", "state", "origin", "partner_id", "picking_type_id", "scheduled_date", "date_deadline", "date_done", "write_date"], Order = order, Limit = MostReceipts, WithTotal = true },
            cancellationToken);
        if (page.Rows.Count == 0)
        {
            return ([], page.Total);
        }

        var moves = (await client.SearchReadAsync(
            caller,
            new OdooQuery
            {
                Model = "stock.move", Domain = OdooDomain.Where("picking_id", "in", page.Rows.Select(r => r.Id)).And("state", "!=", "cancel"), Fields = ["picking_id", "product_id", "product_uom_qty", "product_uom", "state"], Order = "picking_id, id", Limit = MostLines,
            },
            cancellationToken)).Rows;
        var waiting = await WaitingAsync(context, sites, moves, cancellationToken);
        var lines = moves.ToLookup(m => m.Link("picking_id")?.Id ?? 0);
        var days = new CallerDays(context);
        return ([.. page.Rows.Select(r => Arrival.From(r, sites, lines[r.Id], waiting[r.Id], days))], page.Total);
    }

    /// <summary>The customer orders that draw on open receipts, by receipt.</summary>
    private async Task<ILookup<int, WaitingOrder>> WaitingAsync(ToolContext context, Sites sites, IReadOnlyList<OdooRow> moves, CancellationToken cancellationToken)
    {
        var none = Array.Empty<(int Receipt, WaitingOrder Order)>().ToLookup(w => w.Receipt, w => w.Order);
        var products = moves.Where(m => m.Text("state") != "done").Select(m => m.Link("product_id")?.Id ?? 0).Where(i => i > 0).Distinct().ToList();
        if (products.Count == 0 || !await client.MayReadAsync(context.Caller, "stock.quant", cancellationToken))
        {
            return none;
        }

        var picture = await stock.ReadAsync(context, sites, products, cancellationToken);
        var receipts = moves.Select(m => m.Link("picking_id")?.Id ?? 0).ToHashSet();
        var draws = picture.Cover().Values.SelectMany(c => c.FromReceipts.Where(d => receipts.Contains(d.SupplyTransferId)).Select(d => (Receipt: d.SupplyTransferId, Delivery: c.Demand.TransferId, d.Quantity, c.Demand.Due))).Where(d => d.Delivery > 0).ToList();
        if (draws.Count == 0)
        {
            return none;
        }

        var deliveries = await client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "stock.picking", Domain = OdooDomain.Where("id", "in", draws.Select(d => d.Delivery).Distinct().ToList()).And("sale_id", "!=", null), Fields = ["sale_id", "partner_id"] }, cancellationToken);
        var readsOrders = await client.MayReadAsync(context.Caller, "sale.order", cancellationToken);
        var seen = await SeenAsync(context.Caller, deliveries.Rows, readsOrders, cancellationToken);
        var byId = deliveries.Rows.Where(d => seen.Contains(d.Link("sale_id")!.Value.Id)).ToDictionary(d => d.Id);
        return draws.Where(d => byId.ContainsKey(d.Delivery))
            .GroupBy(d => (d.Receipt, Sale: byId[d.Delivery].Link("sale_id")!.Value, Partner: byId[d.Delivery].Link("partner_id")?.Name ?? string.Empty))
            .Select(g => (g.Key.Receipt, Order: new WaitingOrder(g.Key.Sale.Id, g.Key.Sale.Name.Split(' ')[0], g.Key.Partner, g.Min(d => d.Due), g.Sum(d => d.Quantity), null) { Transfer = readsOrders ? null : g.First().Delivery }))
            .ToLookup(p => p.Receipt, p => p.Order);
    }

    /// <summary>The orders the caller may see: a transfer is open to more people than the order behind it. Whoever reads no orders at all knows them by their transfers.</summary>
    private async Task<IReadOnlySet<int>> SeenAsync(Caller caller, IReadOnlyList<OdooRow> deliveries, bool readsOrders, CancellationToken cancellationToken)
    {
        var ids = deliveries.Select(d => d.Link("sale_id")!.Value.Id).ToHashSet();
        return ids.Count == 0 || !readsOrders
            ? ids
            : (await client.SearchReadAsync(caller, new OdooQuery { Model = "sale.order", Domain = OdooDomain.Where("id", "in", ids), Fields = ["name"], Limit = MostLines }, cancellationToken)).Rows.Select(r => r.Id).ToHashSet();
    }
}
