using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Purchasing;

/// <summary>
/// Purchase orders: one in full, those still to come, those that nobody confirmed. At most eight round trips for names, three for the orders,
/// and for a single one seven more for its receipts and the customer orders that wait for it.
/// </summary>
internal sealed class PurchaseOrdersTool(IOdooClient client, NameResolver names, PurchaseOrderReader reader, WaitingOrders waiting) : OdooTool(client)
{
    private const int MostOrders = 500;

    private static readonly string[] Confirmed = ["purchase", "done"];
    private static readonly string[] Unconfirmed = ["draft", "sent", "to approve"];

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.purchase_orders",
        Description = "Purchase orders: one by its number (state, lines, receipts, who waits), the open ones with what comes when, or those not confirmed yet (drafts, sent, waiting for approval). "
            + "Not for which receipts are late and not for how good a supplier is.",
        Ability = "which purchase orders are open, what comes when, and which are not confirmed yet",
        Status = "looking at purchase orders…",
        Parameters =
        [
            Parameters.Name("order", SlotKind.PurchaseOrder, "A purchase order's number or the supplier's own reference for it."),
            Parameters.Name("supplier", SlotKind.Supplier, "A supplier's name; all suppliers when left out."),
            Parameters.Product,
            Parameters.Warehouse,
            Parameters.Company,
            Parameters.Day("from", SlotKind.PeriodStart, "First planned day of receipt."),
            Parameters.Day("to", SlotKind.PeriodEnd, "Last planned day of receipt."),
            Parameters.Day("on", SlotKind.Day, "Only those planned for this day."),
            Parameters.MinimumAmount,
            Parameters.Count,
            Parameters.Choice(
                "show",
                "open (default) for confirmed orders with goods to come, unconfirmed for drafts, sent ones and those waiting for approval, all for both and received ones.",
                ("open", ["open", "still to come", "on order", "running", "outstanding", "confirmed purchase orders", "confirmed orders", "confirmed pos"]),
                ("unconfirmed", ["unconfirmed", "not confirmed", "confirmed", "confirmd", "unconfirmd", "confirm", "confirmation", "confirmations", "confirmed yet", "draft", "drafts", "approval", "approve", "approved", "rfq", "rfqs", "pending", "not sent"]),
                ("all", ["all purchase orders", "every purchase order", "last purchase orders", "history"])),
        ],
        Touches = [DataClass.Purchasing],
        MaxRoundTrips = (5 * NameResolver.RoundTripsPerName) + PurchaseOrderReader.RoundTrips + 1 + WaitingOrders.RoundTrips,
    };

    protected override string Area => "purchase orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        if (!await Client.MayReadAsync(caller, "purchase.order", cancellationToken) || !await Client.MayReadAsync(caller, "purchase.order.line", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Slot < SlotKind.PeriodStart)], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        // Prices of purchase are for those who may see what suppliers charge.
        var money = await Client.MayReadAsync(caller, "product.supplierinfo", cancellationToken);
        var sheet = new AnswerSheet(context, Client);
        var writer = new PurchaseOrdersWriter(sheet, resolved, money);
        var focused = !arguments.Has(Definition.Parameters) && context.Focus is { Model: "purchase.order" } focus ? focus.Id : (int?)null;
        if ((resolved["order"]?.Id ?? focused) is { } id)
        {
            return await OneAsync(context, writer, id, cancellationToken);
        }

        var show = arguments.Text("show") ?? "open";
        var from = arguments.Day("on") ?? arguments.Day("from");
        var to = arguments.Day("on") ?? arguments.Day("to");
        var domain = Filter(resolved, arguments, money, State(show));
        domain = from is { } f ? domain.And("date_planned", ">=", sheet.Days.Start(f)) : domain;
        domain = to is { } t ? domain.And("date_planned", "<=", sheet.Days.End(t)) : domain;
        var order = show == "all" ? "date_order desc, id desc" : "date_planned, id";
        var found = reader.ReadAsync(context, domain, order, MostOrders, cancellationToken);
        var others = show == "open"
            ? Client.CountAsync(caller, "purchase.order", Filter(resolved, arguments, money, State("unconfirmed")), cancellationToken)
            : Task.FromResult(0);
        await Task.WhenAll(found, others);
        var (orders, total) = await found;
        return writer.List(orders, total, show, (from, to), await others, arguments.Shown());
    }

    private static OdooDomain State(string show) => show switch
    {
        "unconfirmed" => OdooDomain.Where("state", "in", Unconfirmed),
        "all" => OdooDomain.Where("state", "!=", "cancel"),
        _ => OdooDomain.Where("state", "in", Confirmed).And("order_line.move_ids.state", "in", StockReader.Open),
    };

    private static OdooDomain Filter(ResolvedNames resolved, ToolArguments arguments, bool money, OdooDomain domain)
    {
        domain = resolved["supplier"] is { } supplier ? domain.And("partner_id", "child_of", supplier.Id) : domain;
        domain = resolved["product"] is { } product ? domain.And("order_line.product_id", "=", product.Id) : domain;
        domain = resolved["company"] is { } company ? domain.And("company_id", "=", company.Id) : domain;
        domain = resolved["warehouse"] is { } warehouse ? domain.And("picking_type_id.warehouse_id", "=", warehouse.Id) : domain;
        return money && arguments.Number("min_amount") is { } least ? domain.And("amount_untaxed", ">=", least) : domain;
    }

    private async Task<ToolResult> OneAsync(ToolContext context, PurchaseOrdersWriter writer, int id, CancellationToken cancellationToken)
    {
        var (orders, _) = await reader.ReadAsync(context, OdooDomain.Where("id", "=", id), "id", 1, cancellationToken);
        if (orders.Count == 0)
        {
            return NotFound("I found no such purchase order among those you may see.");
        }

        var order = orders[0];
        var mayStock = await Client.MayReadAsync(context.Caller, "stock.picking", cancellationToken) && await Client.MayReadAsync(context.Caller, "stock.move", cancellationToken)
            && await Client.MayReadAsync(context.Caller, "stock.quant", cancellationToken);
        if (!mayStock)
        {
            return writer.One(order, [], Array.Empty<(int Line, WaitingOrder Order)>().ToLookup(p => p.Line, p => p.Order), mayStock);
        }

        var receipts = Client.ReadAsync(context.Caller, "stock.picking", order.Row.Links("picking_ids"), ["name", "state", "scheduled_date", "date_deadline", "date_done", "write_date"], cancellationToken);
        var waits = waiting.ReadAsync(context, [.. order.Lines.Where(l => l.Open > 0).Select(l => l.Row)], cancellationToken);
        await Task.WhenAll(receipts, waits);
        return writer.One(order, await receipts, await waits, mayStock);
    }
}
