using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Purchasing;

/// <summary>Reads purchase orders with their lines: two round trips, three when there are more than asked for.</summary>
internal sealed class PurchaseOrderReader(IOdooClient client)
{
    public const int RoundTrips = 3;

    private const int MostLines = 10_000;

    private static readonly string[] OrderFields =
    [
        "name", "state", "partner_id", "partner_ref", "date_order", "date_approve", "date_planned", "amount_untaxed", "currency_id", "picking_type_id",
        "picking_ids", "user_id", "company_id", "invoice_status", "write_date",
    ];

    public async Task<(IReadOnlyList<OrderedPurchase> Orders, int Total)> ReadAsync(ToolContext context, OdooDomain domain, string order, int limit, CancellationToken cancellationToken)
    {
        var page = await client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "purchase.order", Domain = domain, Fields = OrderFields, Order = order, Limit = limit, WithTotal = true }, cancellationToken);
        if (page.Rows.Count == 0)
        {
            return ([], page.Total);
        }

        var lines = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "purchase.order.line",
                Domain = OdooDomain.Where("order_id", "in", page.Rows.Select(r => r.Id)).And("product_id", "!=", null),
                Fields = ["order_id", "partner_id", "product_id", "product_qty", "qty_received", "qty_invoiced", "product_uom_id", "price_unit", "price_subtotal", "date_planned", "move_ids", "write_date"],
                Order = "order_id, id",
                Limit = MostLines,
            },
            cancellationToken);
        var days = new CallerDays(context);
        var byOrder = lines.Rows.ToLookup(l => l.Link("order_id")?.Id ?? 0, OrderedLine.From);
        return ([.. page.Rows.Select(r => new OrderedPurchase(r, [.. byOrder[r.Id]], days))], page.Total);
    }
}
