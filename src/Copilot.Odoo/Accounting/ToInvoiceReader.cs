using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Accounting;

/// <summary>Reads which orders are to be invoiced: their lines, then the orders.</summary>
internal sealed class ToInvoiceReader(IOdooClient client)
{
    /// <summary>The lines and their orders.</summary>
    public const int RoundTrips = 2;

    /// <summary>More lines than this are not read.</summary>
    public const int MostLines = 5000;

    private static readonly string[] SaleStates = ["sale", "done"];
    private static readonly string[] PurchaseStates = ["purchase", "done"];

    /// <summary>The lines with a quantity to be invoiced.</summary>
    public static OdooDomain Lines(bool isPurchase) => OdooDomain.Where("state", "in", isPurchase ? PurchaseStates : SaleStates).And("qty_to_invoice", "!=", 0);

    /// <summary>The orders, and whether there are more lines than were read.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="isPurchase">Whether purchase orders are meant.</param>
    /// <param name="domain">Which lines.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<(IReadOnlyList<UninvoicedOrder> Orders, bool IsCut)> ReadAsync(ToolContext context, bool isPurchase, OdooDomain domain, CancellationToken cancellationToken)
    {
        var quantity = isPurchase ? "product_qty" : "product_uom_qty";
        IReadOnlyList<string> fields = ["order_id", "qty_to_invoice", quantity, "price_subtotal", "price_unit", .. isPurchase ? Array.Empty<string>() : ["discount"]];
        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery { Model = isPurchase ? "purchase.order.line" : "sale.order.line", Domain = domain, Fields = fields, Order = "order_id, id", Limit = MostLines, WithTotal = true },
            cancellationToken);
        var lines = page.Rows.Where(r => r.Link("order_id") is not null).ToLookup(r => r.Link("order_id")!.Value.Id);
        if (lines.Count == 0)
        {
            return ([], false);
        }

        var model = isPurchase ? "purchase.order" : "sale.order";
        var orders = await client.ReadAsync(context.Caller, model, [.. lines.Select(l => l.Key)], ["name", "partner_id", "currency_id", "effective_date", "write_date"], cancellationToken);
        var days = new CallerDays(context);
        return ([.. orders.Select(o => new UninvoicedOrder(
            o,
            o.Text("name") ?? "?",
            o.Link("partner_id")?.Name ?? "nobody",
            o.Link("currency_id")?.Name ?? "EUR",
            Math.Round(lines[o.Id].Sum(l => Price(l, quantity) * l.Number("qty_to_invoice")), 2),
            lines[o.Id].Count(),
            days.Of(o.Moment("effective_date"))))], page.Total > page.Rows.Count);
    }

    /// <summary>
    /// The net price of one unit. A line without an ordered quantity (goods added on the delivery, a down payment that the next invoice takes off) has no amount of its own: its unit price less discount counts.
    /// </summary>
    private static decimal Price(OdooRow line, string quantity)
        => line.Number(quantity) is not 0 and var ordered ? line.Number("price_subtotal") / ordered : line.Number("price_unit") * (1 - (line.Number("discount") / 100));
}
