using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Purchasing;

/// <summary>Finds which customer orders draw on which purchase lines: at most <see cref="RoundTrips"/>.</summary>
internal sealed class WaitingOrders(IOdooClient client, StockReader stock)
{
    /// <summary>Sites, stock, deliveries, orders.</summary>
    public const int RoundTrips = StockReader.RoundTrips + 2;

    /// <summary>The waiting orders by purchase line id; nothing where the caller may not read stock or sales orders.</summary>
    public async Task<ILookup<int, WaitingOrder>> ReadAsync(ToolContext context, IReadOnlyList<OdooRow> lines, CancellationToken cancellationToken)
    {
        var products = lines.Select(l => l.Link("product_id")?.Id ?? 0).Where(i => i > 0).Distinct().ToList();
        if (products.Count == 0)
        {
            return None();
        }

        var picture = await stock.ReadAsync(context, await stock.SitesAsync(context.Caller, cancellationToken), products, cancellationToken);
        var lineOfSupply = lines.SelectMany(l => l.Links("move_ids").Select(m => (Move: m, Line: l.Id))).GroupBy(p => p.Move).ToDictionary(g => g.Key, g => g.First().Line);
        var lineOfTransfer = picture.Supplies
            .Where(s => lineOfSupply.ContainsKey(s.MoveId))
            .GroupBy(s => (s.TransferId, s.ProductId))
            .ToDictionary(g => g.Key, g => lineOfSupply[g.First().MoveId]);
        var draws = picture.Cover().Values
            .SelectMany(c => c.FromReceipts.Select(d => (c.Demand.TransferId, Key: (d.SupplyTransferId, c.Demand.ProductId), d.Quantity)))
            .Where(d => lineOfTransfer.ContainsKey(d.Key) && d.TransferId > 0)
            .ToList();
        if (draws.Count == 0)
        {
            return None();
        }

        var deliveries = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "stock.picking", Domain = OdooDomain.Where("id", "in", draws.Select(d => d.TransferId).Distinct().ToList()).And("sale_id", "!=", null), Fields = ["sale_id", "partner_id"],
            },
            cancellationToken);
        var days = new CallerDays(context);
        var orders = await OrdersAsync(context.Caller, deliveries.Rows, days, cancellationToken);
        var saleOfDelivery = deliveries.Rows.ToDictionary(d => d.Id, d => d.LinkId("sale_id"));
        return draws
            .Where(d => saleOfDelivery.TryGetValue(d.TransferId, out var sale) && orders.ContainsKey(sale))
            .GroupBy(d => (Line: lineOfTransfer[d.Key], Sale: saleOfDelivery[d.TransferId]))
            .Select(g => (g.Key.Line, Order: orders[g.Key.Sale] with { Quantity = g.Sum(d => d.Quantity) }))
            .ToLookup(p => p.Line, p => p.Order);
    }

    private static ILookup<int, WaitingOrder> None() => Array.Empty<(int Line, WaitingOrder Order)>().ToLookup(p => p.Line, p => p.Order);

    /// <summary>The orders of deliveries by id, with no quantity yet.</summary>
    private async Task<IReadOnlyDictionary<int, WaitingOrder>> OrdersAsync(Caller caller, IReadOnlyList<OdooRow> deliveries, CallerDays days, CancellationToken cancellationToken)
    {
        if (!await client.MayReadAsync(caller, "sale.order", cancellationToken))
        {
            // The delivery itself names the order and the customer, and is what this caller may open.
            return deliveries
                .Select(d => (Delivery: d.Id, Sale: d.Link("sale_id")!.Value, Customer: d.Link("partner_id")?.Name ?? string.Empty))
                .DistinctBy(d => d.Sale.Id)
                .ToDictionary(d => d.Sale.Id, d => new WaitingOrder(d.Sale.Id, d.Sale.Name, d.Customer, null, 0, null) { Transfer = d.Delivery });
        }

        var page = await client.SearchReadAsync(
            caller,
            new OdooQuery
            {
                Model = "sale.order", Domain = OdooDomain.Where("id", "in", deliveries.Select(d => d.LinkId("sale_id")).Distinct().ToList()), Fields = ["name", "partner_id", "commitment_date", "amount_untaxed", "currency_id", "write_date"],
            },
            cancellationToken);
        return page.Rows.ToDictionary(
            r => r.Id, r => new WaitingOrder(r.Id, r.Text("name") ?? string.Empty, r.Link("partner_id")?.Name ?? string.Empty, days.Of(r.Moment("commitment_date")), 0, r));
    }
}
