using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Service;

/// <summary>Writes one ticket in full, or tickets in the order they should be worked on.</summary>
internal sealed class TicketWriter(AnswerSheet sheet)
{
    private const int EarlierShown = 3;

    public ToolResult One(Case ticket, OrderPicture? order, IReadOnlyList<Case> earlier, int total, (OdooRow Row, string Text)? last)
    {
        var self = sheet.Add(ticket);
        sheet.Say(
            FindingRole.Headline,
            $"Ticket {ticket.Number} of {ticket.Customer} ({ticket.Subject}) is {(ticket.IsOpen ? $"open in stage {ticket.Stage}" : $"closed in stage {ticket.Stage}")}, {ticket.Priority} priority; it is {ticket.ClockWords}",
            ticket.Topic,
            [self, .. sheet.Clock(ticket)]);

        // What is for colleagues only has no topic: a draft to the customer leaves it out.
        sheet.Say(FindingRole.Detail, (ticket.Agent is { } agent ? $"{agent} works on it" : "Nobody has taken it") + (ticket.Created is { } created ? $"; it came on {Phrase.Day(created)}" : string.Empty), null, self);
        if (ticket.Text.Length > 0)
        {
            sheet.Say(FindingRole.Detail, $"The customer wrote: “{ticket.Text}”", null, self);
        }

        if (last is { Text.Length: > 0 } words)
        {
            var day = sheet.Days.Of(words.Row.Moment("date"));
            var who = words.Row.Link("author_id")?.Name ?? "somebody";
            var message = sheet.Record(
                "mail.message", words.Row.Id, $"Message on {ticket.Number}", $"{who}: {words.Text}", words.Row,
                [FactOf.Text("Author", who), FactOf.Text("Text", words.Text), .. day is { } d ? [FactOf.Date("Day", d)] : Array.Empty<Fact>()]);
            sheet.Say(FindingRole.Detail, $"Last words, by {who}{(day is { } at ? $" on {Phrase.Day(at)}" : string.Empty)}: “{words.Text}”", null, message);
        }

        Order(ticket, order);
        Earlier(ticket, earlier, total);
        if (ticket.IsOpen && ticket.Agent is null)
        {
            sheet.Say(FindingRole.Advice, $"Somebody should take {ticket.Number} now", null, self);
        }

        return sheet.Finish();
    }

    public ToolResult List(IReadOnlyList<Case> cases, int total, ResolvedNames names, string show, DateOnly? by, int count)
    {
        // Triage: what is over its deadline first, then the more urgent, then the nearer deadline.
        var ordered = show == "closed" ? cases : [.. cases.OrderByDescending(c => c.Breached).ThenByDescending(c => c.Urgency).ThenBy(c => c.Deadline ?? DateOnly.MaxValue).ThenBy(c => c.Id)];
        var shown = ordered.Take(count).ToList();
        var about = (names["customer"] is { } c ? $" of {c.Name}" : string.Empty) + (names["product"] is { } p ? $" about {p.Code ?? p.Name}" : string.Empty)
            + (names["agent"] is { } a ? $" with {a.Name}" : string.Empty) + (by is { } day ? $" by {Phrase.Day(day)}" : string.Empty);
        var kind = show switch { "closed" => ("closed ticket", "closed tickets"), "overdue" => ("ticket over its deadline", "tickets over their deadline"), "soon" => ("open ticket due or over its deadline", "open tickets due or over their deadline"), "unassigned" => ("ticket that nobody has taken", "tickets that nobody has taken"), _ => ("open ticket", "open tickets") };
        var list = sheet.Count(
            "tickets", "Tickets found", cases.Select(x => x.Number), $"{kind.Item2}{about} among those you may see",
            [FactOf.Number("Shown", shown.Count), FactOf.Number("Matching in all", total), .. by is { } d ? [FactOf.Date("By", d)] : Array.Empty<Fact>(), .. names.Facts]);
        if (shown.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"There is no {kind.Item1}{about} among those you may see", null, list);
            return sheet.Finish();
        }

        var evidence = new List<string> { list };
        var text = $"{Phrase.Count(total, kind.Item1, kind.Item2)}{about}";
        if (show is "open" or "soon" or "unassigned" && total == cases.Count)
        {
            var breached = cases.Where(x => x.Breached).ToList();
            var free = cases.Where(x => x.Agent is null).ToList();
            evidence.Add(sheet.Count("tickets-breached", "Over their deadline", breached.Select(x => x.Number), "open tickets whose deadline has passed"));
            evidence.Add(sheet.Count("tickets-free", "Taken by nobody", free.Select(x => x.Number), "open tickets without a person"));
            text += $": {breached.Count} over {(breached.Count == 1 ? "its" : "their")} deadline" + (show == "open" ? $", {free.Count} that nobody has taken" : string.Empty);
        }

        if (show != "closed")
        {
            evidence.Add(sheet.Add(shown[0]));
            text += $"; first {shown[0].Number} of {shown[0].Customer}";
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
        foreach (var ticket in shown)
        {
            sheet.Say(
                FindingRole.Item,
                $"{ticket.Number} {ticket.Customer}: {ticket.Subject}; {ticket.Priority} priority, {ticket.Stage}, {ticket.ClockWords}{(ticket.Agent is { } agent ? $", with {agent}" : ticket.IsOpen ? ", nobody has taken it" : string.Empty)}",
                ticket.Number,
                [sheet.Add(ticket), .. sheet.Clock(ticket)]);
        }

        if (show == "open")
        {
            sheet.Say(FindingRole.Detail, "Proposed order: over the deadline first, then the more urgent, then the nearer deadline", null, list);
        }

        if (shown.Count < total)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(total)} tickets", null, list);
        }

        sheet.Show(Table(shown, total));
        return sheet.Finish(new ListCut(shown.Count, total));
    }

    private void Order(Case ticket, OrderPicture? order)
    {
        if (order is null)
        {
            sheet.Say(FindingRole.Detail, ticket.Row.Link("sale_order_id") is null ? "No sales order is linked to it" : "The sales order linked to it is not among those you may see", null, sheet.Add(ticket));
            return;
        }

        var evidence = new List<string> { sheet.Add(order) };
        var text = $"It is about {order.Name}, {order.StateWords()}" + (order.Promised is { } promised ? $", promised {Phrase.Day(promised)}" : string.Empty);
        foreach (var shortage in order.Shortages.Take(2))
        {
            evidence.Add(sheet.Aggregate(
                $"shortage:{order.Id}:{shortage.ProductId}", $"Shortage of {shortage.Product} for {order.Name}", $"{Phrase.Quantity(shortage.Missing, shortage.Unit)} of {shortage.Product} are not on the shelf for {order.Name}",
                FactOf.Code("Product", shortage.Product), FactOf.Quantity("Missing", shortage.Missing, shortage.Unit)));
            text += $"; {Phrase.Quantity(shortage.Missing, shortage.Unit)} of {shortage.Product} are missing";
            if (shortage.Expected.Count > 0)
            {
                var receipt = shortage.Expected[0].Receipt;
                evidence.Add(Copilot.Odoo.Purchasing.ReceiptEvidence.Add(sheet, receipt));
                text += $" and come with {receipt.Label}, expected {Phrase.Day(receipt.Expected)}";
            }
        }

        sheet.Say(FindingRole.Detail, text, ticket.Topic, evidence);
        foreach (var transfer in order.Transfers.Take(3))
        {
            sheet.Say(FindingRole.Detail, $"{transfer.Name} is {transfer.StateWords}" + (transfer.Done is { } done ? $", left on {Phrase.Day(done)}" : string.Empty), ticket.Topic, sheet.Add(order, transfer));
        }
    }

    private void Earlier(Case ticket, IReadOnlyList<Case> earlier, int total)
    {
        if (earlier.Count == 0)
        {
            sheet.Say(FindingRole.Detail, $"{ticket.Customer} has no other ticket that you may see", null, sheet.Add(ticket));
            return;
        }

        var open = earlier.Where(c => c.IsOpen).ToList();
        var evidence = new List<string>
        {
            sheet.Count($"tickets-other:{ticket.Id}", $"Other tickets of {ticket.Customer}", earlier.Select(c => c.Number), "tickets of the same customer, newest first", FactOf.Number("In all", total)),
            sheet.Count($"tickets-other-open:{ticket.Id}", $"Other open tickets of {ticket.Customer}", open.Select(c => c.Number), "those still open"),
        };
        var shown = earlier.Take(EarlierShown).ToList();
        evidence.AddRange(shown.Select(c => sheet.Add(c)));
        sheet.Say(
            FindingRole.Detail,
            $"{ticket.Customer} has {Phrase.Count(total, "other ticket", "other tickets")}, {open.Count} open; the latest: {Phrase.List(shown.Select(c => $"{c.Number} {c.Subject} ({(c.IsOpen ? "open" : "closed")})"))}",
            null,
            evidence);
    }

    private static TableCard Table(List<Case> shown, int total) => new()
    {
        Title = "Tickets",
        Columns =
        [
            new("ticket", "Ticket", FactKind.Code), new("customer", "Customer", FactKind.Text), new("subject", "Subject", FactKind.Text), new("priority", "Priority", FactKind.Text), new("stage", "Stage", FactKind.Text),
            new("deadline", "Deadline", FactKind.Date), new("agent", "With", FactKind.Text),
        ],
        Rows = [.. shown.Select(c => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(c.Number), JsonValue.Create(c.Customer), JsonValue.Create(c.Subject), JsonValue.Create(c.Priority), JsonValue.Create(c.Stage), c.Deadline is { } d ? JsonValue.Create(FactOf.Date("d", d).Value) : null, JsonValue.Create(c.Agent),
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(c => $"helpdesk.ticket:{c.Id}")],
    };
}
