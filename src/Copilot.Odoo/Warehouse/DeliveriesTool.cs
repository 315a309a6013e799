using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Warehouse;

/// <summary>
/// Deliveries to customers one by one: those that left in a period, in time or late, and what is still to be sent of orders that left in part. At most two round trips for each name, one for the caller's user, two for
/// the transfers and one for their orders.
/// </summary>
internal sealed class DeliveriesTool(IOdooClient client, NameResolver names) : OdooTool(client)
{
    private const int MostRead = 2000;

    private static readonly string[] Ended = ["done", "cancel"];

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.deliveries",
        Description = "Which deliveries left for customers on a day or in a period, with their order and whether they left by the promised day; only the late ones; or backorders: what is still to be sent of orders that were delivered in part. "
            + "Not for how many a warehouse finished, not for what is to be picked, not for goods coming in.",
        Ability = "which deliveries left on a day or in a period, which of them late, and which backorders are open",
        Status = "looking at deliveries…",
        Parameters =
        [
            Parameters.Customer,
            Parameters.Warehouse,
            Parameters.Salesperson,
            Parameters.Scope,
            Parameters.Choice(
                "show",
                "shipped (default) for those that left, late for those that left after the promised day, backorders for what is still to be sent of orders that left in part.",
                ("late", ["late", "too late", "delayed", "after the promised", "not on time", "missed", "behind"]),
                ("backorders", ["backorder", "backorders", "back order", "back orders", "backordered", "partly delivered", "partially delivered", "partly shipped", "partially shipped", "delivered in part", "shipped in part", "incomplete", "not complete", "remainder", "remainders", "rest"]),
                ("shipped", ["all deliveries", "all shipments"])),
            Parameters.Day("on", SlotKind.Day, "One day; today when nothing is said."),
            Parameters.From with { Description = "First day of the period." },
            Parameters.To,
            Parameters.Count,
        ],
        Touches = [DataClass.Stock, DataClass.Sales],
        MaxRoundTrips = (3 * NameResolver.RoundTripsPerName) + 1 + 3,
    };

    protected override string Area => "transfers and sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        foreach (var model in new[] { "stock.picking", "sale.order" })
        {
            if (!await Client.MayReadAsync(context.Caller, model, cancellationToken))
            {
                return Denied();
            }
        }

        var resolved = await names.ResolveAsync(context, arguments, [Parameters.Customer, Parameters.Warehouse, Parameters.Salesperson], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        var show = arguments.Text("show") ?? "shipped";
        if (Asked(arguments, context.Today, out var fault) is not { } period)
        {
            return Failed(fault);
        }

        var isMine = arguments.Text("scope") == "mine";
        var person = isMine ? (await names.MyselfAsync(context.Caller, cancellationToken))?.Id ?? 0 : resolved["salesperson"]?.Id;
        var days = new CallerDays(context);
        var domain = OdooDomain.Where("picking_type_id.code", "=", "outgoing").And("location_dest_id.usage", "=", "customer");
        domain = show == "backorders"
            ? domain.And("state", "not in", Ended).And("backorder_id", "!=", null)
            : domain.And("state", "=", "done").And("date_done", ">=", days.Start(period.From)).And("date_done", "<=", days.End(period.To));
        domain = resolved["customer"] is { } customer ? domain.And("partner_id", "child_of", customer.Id) : domain;
        domain = resolved["warehouse"] is { } warehouse ? domain.And("picking_type_id.warehouse_id", "=", warehouse.Id) : domain;
        domain = person is { } user ? domain.And("sale_id.user_id", "=", user) : domain;
        var page = await Client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "stock.picking", Domain = domain, Fields = ["name", "partner_id", "sale_id", "date_done", "scheduled_date", "state", "write_date"],
                Order = show == "backorders" ? "scheduled_date, id" : "date_done, id", Limit = MostRead, WithTotal = true,
            },
            cancellationToken);
        var orders = (await Client.ReadableAsync(context.Caller, "sale.order", page.Rows.Select(r => r.Link("sale_id")?.Id ?? 0), ["name", "commitment_date", "partner_id"], cancellationToken)).ToDictionary(o => o.Id);
        var about = (resolved["customer"] is { } to ? $" for {to.Name}" : string.Empty) + (isMine ? " of your orders" : resolved["salesperson"] is { } of ? $" of {of.Name}'s orders" : string.Empty) + (resolved["warehouse"] is { } from ? $" from {from.Code ?? from.Name}" : string.Empty);
        return new DeliveriesWriter(new AnswerSheet(context, Client) { Scope = about }, about, period).Write([.. page.Rows.Select(r => Read(r, orders, days))], show, page.IsCut, arguments.Shown());
    }

    private static Shipment Read(OdooRow row, Dictionary<int, OdooRow> orders, CallerDays days)
    {
        var order = row.Link("sale_id") is { } link && orders.TryGetValue(link.Id, out var read) ? read : null;
        return new Shipment(
            row,
            Phrase.Clean(row.Text("name"), 40),
            Phrase.Clean((order?.Link("partner_id") ?? row.Link("partner_id"))?.Name ?? "no customer", 80),
            order is null ? null : Phrase.Clean(order.Text("name"), 40),
            order?.Id ?? 0,
            days.Of(order?.Moment("commitment_date")),
            row.Text("state") == "done" ? days.Of(row.Moment("date_done")) : null,
            days.Of(row.Moment("scheduled_date")));
    }

    /// <summary>One day, or a period up to today.</summary>
    private static Period? Asked(ToolArguments arguments, DateOnly today, out string fault)
    {
        var day = arguments.Day("on") ?? (arguments.Day("from") is null && arguments.Day("to") is null ? today : null);
        if (day is not { } one)
        {
            return AskedPeriod.Read(arguments, today, 1, out fault)?.Now;
        }

        fault = one > today ? $"{Phrase.Day(one)} is still to come: only what has left can be listed. What is promised for that day or is to be picked I can look up." : string.Empty;
        return one > today ? null : new Period(one, one);
    }
}
