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
        var orders = await OrdersAsync(context, deliveries.Rows, cancellationToken);
        var byDelivery = deliveries.Rows.ToDictionary(d => d.Id);
        var days = new CallerDays(context);
        return draws
            .Where(d => byDelivery.ContainsKey(d.TransferId))
            .GroupBy(d => (Line: lineOfTransfer[d.Key], Sale: byDelivery[d.TransferId].Link("sale_id")!.Value))
            .Where(g => orders.ContainsKey(g.Key.Sale.Id))
            .Select(g => (g.Key.Line, Order: Order(orders[g.Key.Sale.Id], g.Sum(d => d.Quantity), days)))
            .ToLookup(p => p.Line, p => p.Order);
    }

    private static ILookup<int, WaitingOrder> None() => Array.Empty<(int Line, WaitingOrder Order)>().ToLookup(p => p.Line, p => p.Order);

    private static WaitingOrder Order(OdooRow order, decimal quantity, CallerDays days)
        => new(order.Id, order.Text("name") ?? string.Empty, order.Link("partner_id")?.Name ?? string.Empty, days.Of(order.Moment("commitment_date")), quantity, order);

    private async Task<IReadOnlyDictionary<int, OdooRow>> OrdersAsync(ToolContext context, IReadOnlyList<OdooRow> deliveries, CancellationToken cancellationToken)
    {
        if (!await client.MayReadAsync(context.Caller, "sale.order", cancellationToken))
        {
            // The delivery itself names the order and the customer.
            return deliveries.DistinctBy(d => d.Link("sale_id")!.Value.Id).ToDictionary(d => d.Link("sale_id")!.Value.Id, Delivery);
        }

        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "sale.order", Domain = OdooDomain.Where("id", "in", deliveries.Select(d => d.Link("sale_id")!.Value.Id).Distinct().ToList()), Fields = ["name", "partner_id", "commitment_date", "write_date"],
            },
            cancellationToken);
        return page.Rows.ToDictionary(r => r.Id);
    }

    private static OdooRow Delivery(OdooRow delivery)
    {
        var sale = delivery.Link("sale_id")!.Value;
        return new OdooRow(new Dictionary<string, System.Text.Json.JsonElement>
        {
            ["id"] = System.Text.Json.JsonSerializer.SerializeToElement(sale.Id),
            ["name"] = System.Text.Json.JsonSerializer.SerializeToElement(sale.Name),
            ["partner_id"] = delivery.Raw("partner_id") ?? default,
        });
    }
}
