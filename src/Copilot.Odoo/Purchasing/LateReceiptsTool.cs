using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Purchasing;

/// <summary>
/// Purchase lines that are overdue, or due soon from suppliers that are usually late, with the customer orders that wait for them.
/// At most eight round trips for names and nine for lines, histories, stock and orders, whatever their number.
/// </summary>
internal sealed class LateReceiptsTool(IOdooClient client, NameResolver names, WaitingOrders waiting, ReceiptReader receipts) : OdooTool(client)
{
    private const int MostLines = 1000;
    private const int WindowDays = 7;

    private static readonly string[] Confirmed = ["purchase", "done"];

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.late_receipts",
        Description = "Purchase order lines that are overdue or expected late: supplier, days late, quantity still to come, customer orders waiting for them. "
            + "Not for stock levels and not for vendor bills.",
        Ability = "which receipts from suppliers are late, and which customer orders wait for them",
        Status = "looking at open purchase orders and receipts…",
        Parameters =
        [
            Parameters.Name("order", SlotKind.PurchaseOrder, "A purchase order's number: all its open lines, late or not."),
            Parameters.Name("supplier", SlotKind.Supplier, "A supplier's name; all suppliers when left out."),
            Parameters.Product,
            Parameters.Warehouse,
            Parameters.Day("from", SlotKind.PeriodStart, "First planned day."),
            Parameters.Day("to", SlotKind.PeriodEnd, "Last planned day looked at; seven days from today when left out."),
            Parameters.Day("by", SlotKind.Day, "Last planned day when a single day is named."),
            Parameters.MinimumAmount,
            Parameters.Count,
            Parameters.Choice(
                "show",
                "late (default) for overdue lines and those likely to be late, overdue for lines past their day only, all for every open line in the period.",
                ("late", ["late", "delayed", "behind schedule", "expected late"]),
                ("overdue", ["overdue", "past due", "should have arrived", "not arrived"]),
                ("all", ["all open", "open purchase orders", "everything on order", "expected", "due in"])),
        ],
        Touches = [DataClass.Purchasing, DataClass.Stock],
        MaxRoundTrips = (4 * NameResolver.RoundTripsPerName) + 2 + WaitingOrders.RoundTrips + 1,
    };

    protected override string Area => "purchase orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        if (!await Client.MayReadAsync(caller, "purchase.order.line", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Name is "order" or "supplier" or "product" or "warehouse")], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        var sheet = new AnswerSheet(context, Client);
        var one = resolved["order"] is not null;
        var show = one ? "all" : arguments.Text("show") ?? "late";
        var to = one ? sheet.Days.Today : (arguments.Day("to") ?? arguments.Day("by")) is { } said && !(show == "overdue" && said >= sheet.Days.Today) ? said : show == "overdue" ? sheet.Days.Today.AddDays(-1) : sheet.Days.Today.AddDays(WindowDays);
        var page = await Client.SearchReadAsync(
            caller,
            new OdooQuery
            {
                Model = "purchase.order.line",
                Domain = Domain(resolved, arguments, sheet.Days, to),
                Fields = ["order_id", "partner_id", "product_id", "product_qty", "qty_received", "product_uom_id", "date_planned", "price_subtotal", "currency_id", "move_ids", "write_date"],
                Order = "date_planned, id",
                Limit = MostLines,
                WithTotal = true,
            },
            cancellationToken);
        var open = page.Rows.Where(r => r.Number("qty_received") < r.Number("product_qty")).ToList();
        var mayStock = await Client.MayReadAsync(caller, "stock.move", cancellationToken)
            && await Client.MayReadAsync(caller, "stock.quant", cancellationToken)
            && await Client.MayReadAsync(caller, "stock.picking", cancellationToken);
        var lines = await LinesAsync(context, open, sheet.Days, mayStock, cancellationToken);
        var least = arguments.Number("min_amount") ?? 0;
        var wanted = lines
            .Where(l => l.OpenValue >= least && (show == "all" || l.DaysLate > 0 || (show == "late" && l.LikelyLate)))
            .OrderByDescending(l => l.DaysLate > 0).ThenByDescending(l => l.Waiting.Count > 0).ThenByDescending(l => l.DaysLate).ThenBy(l => l.Planned).ThenBy(l => l.Row.Id)
            .ToList();
        return new LateReceiptsWriter(sheet, resolved, new NamedDays("planned", one ? null : arguments.Day("from"), to), show).Write(wanted, page, mayStock, arguments.Shown());
    }

    private static OdooDomain Domain(ResolvedNames resolved, ToolArguments arguments, CallerDays days, DateOnly to)
    {
        var domain = OdooDomain.Where("order_id.state", "in", Confirmed).And("move_ids.state", "in", StockReader.Open);
        if (resolved["order"] is { } order)
        {
            return domain.And("order_id", "=", order.Id);
        }

        domain = domain.And("date_planned", "<=", days.End(to));
        domain = arguments.Day("from") is { } from ? domain.And("date_planned", ">=", days.Start(from)) : domain;
        domain = resolved["supplier"] is { } supplier ? domain.And("partner_id", "child_of", supplier.Id) : domain;
        domain = resolved["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
        return resolved["warehouse"] is { } warehouse ? domain.And("order_id.picking_type_id.warehouse_id", "=", warehouse.Id) : domain;
    }

    private async Task<IReadOnlyList<PurchaseLine>> LinesAsync(ToolContext context, IReadOnlyList<OdooRow> open, CallerDays days, bool mayStock, CancellationToken cancellationToken)
    {
        if (!mayStock)
        {
            return [.. open.Select(r => PurchaseLine.From(r, days, new Dictionary<int, SupplierHistory>()))];
        }

        var suppliers = open.Select(r => r.Link("partner_id")).OfType<(int Id, string Name)>().Distinct().ToList();
        var histories = receipts.HistoriesAsync(context, suppliers, cancellationToken);
        var orders = waiting.ReadAsync(context, open, cancellationToken);
        await Task.WhenAll(histories, orders);
        var (known, waits) = (await histories, await orders);
        return [.. open.Select(r => PurchaseLine.From(r, days, known) with { Waiting = [.. waits[r.Id].OrderBy(o => o.Promised ?? DateOnly.MaxValue)] })];
    }
}
