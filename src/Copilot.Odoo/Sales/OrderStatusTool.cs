using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>
/// The state of one order, or of the open orders of a customer, a day, a product. At most two round trips for the order's or
/// transfer's name, nine for other names and the caller's user, one for the latest order and fourteen for the orders themselves.
/// </summary>
internal sealed class OrderStatusTool(IOdooClient client, NameResolver names, OrderReader reader, LatestOrder latest) : OdooTool(client)
{
    private const int MostOrders = 200;

    private static readonly ToolParameter Order = Parameters.Name("order", SlotKind.SalesOrder, "A sales order's number or the customer's own reference for it.");
    private static readonly ToolParameter Transfer = Parameters.Name("transfer", SlotKind.Transfer, "A delivery's or pick's number, for the order behind it.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.order_status",
        Description = "The state of one sales order (promised date, delivered, invoiced, transfers, what it waits for, next step), or a list of open orders "
            + "of a customer, salesperson, warehouse, product or day. Not for ranking orders by risk.",
        Ability = "where an order stands, what it waits for, and which orders of a customer are open",
        Status = "looking up the order and its deliveries…",
        Parameters =
        [
            Order,
            Transfer,
            Parameters.Day("due_on", SlotKind.Day, "Only orders promised for this day."),
            Parameters.Day("from", SlotKind.PeriodStart, "First promised day."),
            Parameters.Day("to", SlotKind.PeriodEnd, "Last promised day."),
            .. OrderFilter.Parameters,
            Parameters.Count,
            Parameters.Choice(
                "show",
                "open (default) for orders still to ship, late for those past their promised day, all for shipped ones too, latest for the one ordered last, in full.",
                ("open", ["open", "still to ship", "outstanding", "pending"]),
                ("late", ["late", "overdue", "delayed", "past due"]),
                ("all", ["all orders", "every order", "recent orders", "last orders", "history"]),
                ("latest", ["last order", "latest order", "newest order", "most recent order", "last one", "last time", "order last", "ordered last", "last ordered", "last purchase"])),
        ],
        Touches = [DataClass.Sales, DataClass.Stock],
        MaxRoundTrips = NameResolver.RoundTripsPerName + OrderFilter.RoundTrips + 1 + OrderReader.RoundTrips,
    };

    protected override string Area => "sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "sale.order", cancellationToken))
        {
            return Denied();
        }

        var (id, stop) = await OneAsync(context, arguments, cancellationToken);
        if (stop is not null)
        {
            return stop;
        }

        var sheet = new AnswerSheet(context, Client);
        return id is { } one
            ? await OneOrderAsync(context, sheet, one, cancellationToken)
            : await ListAsync(context, sheet, arguments, cancellationToken);
    }

    /// <summary>The one order that is asked for, if it is one: by number, by transfer, or the record in view when nothing else was said.</summary>
    private async Task<(int? Id, ToolResult? Stop)> OneAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Text("order") is not null)
        {
            var found = await names.ResolveAsync(context, arguments, [Order], cancellationToken);
            return (found["order"]?.Id, found.Stop);
        }

        if (arguments.Text("transfer") is { } transfer)
        {
            var found = await names.ResolveAsync(context, arguments, [Transfer], cancellationToken);
            return found.Stop is { } stop ? (null, stop)
                : found["transfer"]!.Row.Link("sale_id") is { } sale ? (sale.Id, null)
                : (null, NotFound($"{Phrase.Quoted(transfer)} does not belong to a sales order."));
        }

        return !arguments.Has(Definition.Parameters) && context.Focus is { Model: "sale.order" } focus ? (focus.Id, null) : (null, null);
    }

    private async Task<ToolResult> OneOrderAsync(ToolContext context, AnswerSheet sheet, int id, CancellationToken cancellationToken)
    {
        var book = await reader.ReadAsync(context, OdooDomain.Where("id", "=", id), 1, cancellationToken);
        if (book.Orders.Count == 0)
        {
            return NotFound("I found no such sales order among those you may see.");
        }

        new OrderStatusWriter(sheet).One(book.Orders[0], book.Unread);
        return sheet.Finish();
    }

    private async Task<ToolResult> ListAsync(ToolContext context, AnswerSheet sheet, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var filter = await OrderFilter.ReadAsync(names, context, arguments, cancellationToken);
        if (filter.Stop is { } stop)
        {
            return stop;
        }

        var show = arguments.Text("show") ?? "open";
        if (show == "latest")
        {
            var last = await latest.FindAsync(context, filter.Domain, cancellationToken);
            return last is { } order ? await OneOrderAsync(context, sheet, order, cancellationToken) : NotFound($"I found no confirmed order{filter.Words} among those you may see.");
        }

        var mayStock = await Client.MayReadAsync(context.Caller, "stock.picking", cancellationToken);
        var domain = show == "all" ? OdooDomain.Where("state", "!=", "cancel")
            : mayStock ? OrderReader.OpenOrders
            : OdooDomain.Where("state", "=", "sale").And("delivery_status", "!=", "full");
        var window = Window(sheet.Days, arguments, show);
        domain = domain.And(window.Domain).And(filter.Domain);
        var book = await reader.ReadAsync(context, domain, MostOrders, cancellationToken);
        return new OrderStatusWriter(sheet).List(book, filter, window.Words, window.Facts, show, arguments.Shown());
    }

    private static (OdooDomain Domain, string Words, IReadOnlyList<Fact> Facts) Window(CallerDays days, ToolArguments arguments, string show)
    {
        var from = arguments.Day("due_on") ?? arguments.Day("from");
        var to = arguments.Day("due_on") ?? arguments.Day("to") ?? (show == "late" ? days.Today.AddDays(-1) : null);
        var domain = OdooDomain.All;
        var facts = new List<Fact>();
        if (from is { } f)
        {
            domain = domain.And("commitment_date", ">=", days.Start(f));
            facts.Add(FactOf.Date("First promised day", f));
        }

        if (to is { } t)
        {
            domain = domain.And("commitment_date", "<=", days.End(t));
            facts.Add(FactOf.Date("Last promised day", t));
        }

        var words = (from, to) switch
        {
            ({ } a, { } b) when a == b => $" promised for {Phrase.Day(a)}",
            ({ } a, { } b) => $" promised from {Phrase.Day(a)} to {Phrase.Day(b)}",
            ({ } a, null) => $" promised from {Phrase.Day(a)} on",
            (null, { } b) => $" promised by {Phrase.Day(b)}",
            _ => string.Empty,
        };
        return (domain, words, facts);
    }
}
