using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Service;

/// <summary>
/// One ticket with its customer, order and earlier cases, or the open tickets in the order they should be worked on.
/// At most six round trips for names, four for tickets and messages, fourteen for the order behind one ticket.
/// </summary>
internal sealed class TicketTool(IOdooClient client, NameResolver names, CaseReader reader, OrderReader orders) : OdooTool(client)
{
    private const int MostTickets = 500;
    private const int EarlierCases = 200;

    private static readonly ToolParameter Ticket = Parameters.Name("ticket", SlotKind.Ticket, "A ticket's number.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.ticket",
        Description = "Helpdesk: one ticket by its number (customer, state, SLA clock, order and deliveries behind it, earlier cases, last words), or the open tickets as a list: overdue, unassigned, or as a triage proposal. "
            + "Not for how earlier cases of the same kind ended.",
        Ability = "where a ticket stands, its deadline and order, and which tickets to work on first",
        Status = "looking at tickets…",
        Parameters =
        [
            Ticket,
            Parameters.Customer,
            Parameters.Name("agent", SlotKind.Person, "Who works on it."),
            Parameters.Product,
            Parameters.Day("by", SlotKind.Day, "Only tickets whose deadline is this day or before."),
            Parameters.Day("to", SlotKind.PeriodEnd, "The same, when a period is named: its last day."),
            Parameters.Count,
            Parameters.Choice(
                "show",
                "open (default) for all open tickets by urgency and deadline, overdue for those past their deadline, soon for those due by the end of tomorrow and those already over, unassigned for those nobody took, closed for solved ones.",
                ("open", ["open", "triage", "first", "queue", "work on"]),
                ("overdue", ["overdue", "breached", "breach", "breaches", "past deadline", "missed", "violated", "late", "sla missed"]),
                ("soon", ["about to breach", "about to be overdue", "close to their deadline", "close to breaching", "will breach", "going to breach", "may breach", "due soon", "due next", "running out of time", "at risk of breaching", "about to miss", "near their deadline", "before they breach"]),
                ("unassigned", ["unassigned", "nobody", "not assigned", "unowned", "no owner", "without owner"]),
                ("closed", ["closed", "solved", "resolved", "done"])),
        ],
        Touches = [DataClass.Service],
        MaxRoundTrips = (3 * NameResolver.RoundTripsPerName) + 4 + OrderReader.RoundTrips,
    };

    protected override string Area => "tickets";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (await reader.MissingAsync(context.Caller, cancellationToken) is { } missing)
        {
            return missing;
        }

        var resolved = await names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Slot < SlotKind.PeriodStart)], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        var focused = !arguments.Has(Definition.Parameters) && context.Focus is { Model: "helpdesk.ticket" } focus ? focus.Id : (int?)null;
        return (resolved["ticket"]?.Id ?? focused) is { } id
            ? await OneAsync(context, id, cancellationToken)
            : await ListAsync(context, arguments, resolved, cancellationToken);
    }

    private async Task<ToolResult> OneAsync(ToolContext context, int id, CancellationToken cancellationToken)
    {
        var (found, _) = await reader.ReadAsync(context, OdooDomain.Where("id", "=", id), "id", 1, cancellationToken);
        if (found.Count == 0)
        {
            return NotFound("I found no such ticket among those you may see.");
        }

        var ticket = found[0];
        var earlier = ticket.Row.Link("partner_id") is { } customer
            ? reader.ReadAsync(context, OdooDomain.Where("partner_id", "child_of", ticket.Row.Link("commercial_partner_id")?.Id ?? customer.Id).And("id", "!=", id), "create_date desc, id desc", EarlierCases, cancellationToken)
            : Task.FromResult<(IReadOnlyList<Case>, int)>(([], 0));
        var words = reader.LastWordsAsync(context, [id], cancellationToken);
        var order = ticket.Row.Link("sale_order_id") is { } sale && await Client.MayReadAsync(context.Caller, "sale.order", cancellationToken)
            ? orders.ReadAsync(context, OdooDomain.Where("id", "=", sale.Id), 1, cancellationToken)
            : Task.FromResult(new OrderBook([], 0, []));
        await Task.WhenAll(earlier, words, order);
        var (cases, total) = await earlier;
        var sheet = new AnswerSheet(context, Client);
        return new TicketWriter(sheet).One(ticket, (await order).Orders is [var about, ..] ? about : null, cases, total, (await words).GetValueOrDefault(id).Row is { } last ? (last, (await words)[id].Text) : null);
    }

    private async Task<ToolResult> ListAsync(ToolContext context, ToolArguments arguments, ResolvedNames resolved, CancellationToken cancellationToken)
    {
        var show = arguments.Text("show") ?? "open";
        var days = new CallerDays(context);
        var by = arguments.Day("by") ?? arguments.Day("to") ?? (show == "soon" ? context.Today.AddDays(1) : null);
        var domain = OdooDomain.Where("close_date", show == "closed" ? "!=" : "=", null);
        domain = show == "overdue" ? domain.And("sla_deadline", "<", context.Now) : domain;
        domain = show == "unassigned" ? domain.And("user_id", "=", null) : domain;
        domain = resolved["customer"] is { } customer ? domain.And("partner_id", "child_of", customer.Id) : domain;
        domain = resolved["agent"] is { } agent ? domain.And("user_id", "=", agent.Id) : domain;
        domain = resolved["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
        domain = by is { } day ? domain.And(show == "closed" ? "close_date" : "sla_deadline", "<=", days.End(day)) : domain;
        var (cases, total) = await reader.ReadAsync(context, domain, show == "closed" ? "close_date desc, id desc" : "sla_deadline, id", MostTickets, cancellationToken);
        return new TicketWriter(new AnswerSheet(context, Client)).List(cases, total, resolved, show, by, arguments.Shown());
    }
}
