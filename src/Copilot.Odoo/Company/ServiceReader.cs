using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Company;

/// <summary>Reads how the orders promised in a period were served: orders, their lines and what left of each, three round trips whatever their number.</summary>
internal sealed class ServiceReader(IOdooClient client)
{
    public const int RoundTrips = 3;

    private const int MostRows = 20_000;

    /// <summary>The orders, by promised day, and whether the period holds more than are read at once.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="period">The promised days; its end is yesterday at the latest.</param>
    /// <param name="narrowed">Conditions on the order.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<(IReadOnlyList<ServedOrder> Orders, bool IsCut)> ReadAsync(ToolContext context, Period period, IReadOnlyList<(string Field, string Op, object Value)> narrowed, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        OdooDomain Promised(string path) => narrowed.Aggregate(
            OdooDomain.Where(path + "commitment_date", ">=", days.Start(period.From)).And(path + "commitment_date", "<=", days.End(period.To)).And(path + "state", "=", "sale"),
            (d, c) => d.And(path + c.Field, c.Op, c.Value));
        var orders = SearchAsync(context, "sale.order", Promised(string.Empty), ["name", "partner_id", "warehouse_id", "date_order", "commitment_date"], cancellationToken);
        var lines = SearchAsync(context, "sale.order.line", Promised("order_id.").And("product_id.type", "=", "consu").And("product_uom_qty", ">", 0), ["order_id", "product_uom_qty"], cancellationToken);
        var moves = SearchAsync(context, "stock.move", Promised("sale_line_id.order_id.").And("state", "=", "done").And("location_dest_id.usage", "=", "customer"), ["sale_line_id", "quantity", "date"], cancellationToken);
        await Task.WhenAll(orders, lines, moves);
        var left = (await moves).Where(m => m.Link("sale_line_id") is not null && m.Moment("date") is not null).ToLookup(m => m.Link("sale_line_id")!.Value.Id, m => (Day: days.Of(m.Moment("date")!.Value), Quantity: m.Number("quantity")));
        var byOrder = (await lines).Where(l => l.Link("order_id") is not null).ToLookup(l => l.Link("order_id")!.Value.Id);
        var served = (await orders).Where(o => byOrder.Contains(o.Id)).Select(o => Served(o, [.. byOrder[o.Id]], left, days)).OrderBy(o => o.Name, StringComparer.Ordinal).ToList();
        return (served, (await lines).Count == MostRows || (await orders).Count == MostRows || (await moves).Count == MostRows);
    }

    private static ServedOrder Served(OdooRow order, IReadOnlyList<OdooRow> lines, ILookup<int, (DateOnly Day, decimal Quantity)> left, CallerDays days)
    {
        var promised = days.Of(order.Moment("commitment_date")) ?? days.Today;
        var onTime = lines.Count(l => left[l.Id].Where(m => m.Day <= promised).Sum(m => m.Quantity) >= l.Number("product_uom_qty"));
        var complete = lines.All(l => left[l.Id].Sum(m => m.Quantity) >= l.Number("product_uom_qty"));
        return new ServedOrder(
            order.Text("name") ?? string.Empty,
            order.Link("partner_id")?.Name ?? string.Empty,
            order.Link("warehouse_id")?.Name ?? string.Empty,
            days.Of(order.Moment("date_order")) ?? promised,
            lines.Count,
            onTime,
            complete ? lines.SelectMany(l => left[l.Id]).Max(m => m.Day) : null);
    }

    private async Task<IReadOnlyList<OdooRow>> SearchAsync(ToolContext context, string model, OdooDomain domain, IReadOnlyList<string> fields, CancellationToken cancellationToken)
        => (await client.SearchReadAsync(context.Caller, new OdooQuery { Model = model, Domain = domain, Fields = fields, Order = "id", Limit = MostRows }, cancellationToken)).Rows;
}
