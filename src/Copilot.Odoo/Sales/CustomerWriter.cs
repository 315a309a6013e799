using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Accounting;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Service;

namespace Copilot.Odoo.Sales;

/// <summary>Writes a customer at a glance.</summary>
internal sealed class CustomerWriter(AnswerSheet sheet, CustomerFigures customer)
{
    private readonly List<KeyFigure> figures = [];
    private readonly List<string> cited = [];

    public void Write(IReadOnlyList<OpenInvoice>? invoices, IReadOnlyList<Ticket>? tickets)
    {
        var self = Self();
        Revenue(self);
        Margin();
        Open();
        Latest(self);
        Best();
        Invoices(invoices, self);
        Tickets(tickets, self);
        Contact(self);
        if (customer.Row.Text("sale_warn_msg") is { } warning)
        {
            sheet.Say(FindingRole.Detail, $"Note on the customer: {Phrase.Clean(warning)}", null, self);
        }

        sheet.Say(FindingRole.Advice, $"For service levels, price rules and return terms ask me for the agreement with {customer.Name}", null, self);
        sheet.Show(new KeyFiguresCard { Title = customer.Name, Items = figures, Sources = [.. cited.Distinct()] });
    }

    private string Self()
    {
        var salesperson = customer.Row.Link("user_id")?.Name;
        return sheet.Record(
            "res.partner",
            customer.Id,
            $"Customer {customer.Name}",
            $"{customer.Name}, {customer.Row.Text("city")}" + (salesperson is null ? string.Empty : $", salesperson {salesperson}"),
            customer.Row,
            FactOf.Text("Customer", customer.Name),
            FactOf.Text("City", customer.Row.Text("city")),
            FactOf.Text("Salesperson", salesperson),
            FactOf.Text("Warning", customer.Row.Text("sale_warn_msg")));
    }

    private string Add(OrderFigures figures, string what)
        => sheet.Aggregate(
            $"sale.order:{what}:{customer.Id}",
            $"Orders of {customer.Name}, {what}",
            $"{Phrase.Count(figures.Orders, "confirmed order", "confirmed orders")} of {customer.Name}, {Phrase.Money(figures.Revenue, customer.Currency)} net"
                + (what == "open" ? ", still to ship" : $", ordered {Phrase.Day(figures.Period.From)} to {Phrase.Day(figures.Period.To)}"),
            [
                FactOf.Number("Orders", figures.Orders),
                FactOf.Money("Revenue", figures.Revenue, customer.Currency),
                .. figures.Margin is { } m ? [FactOf.Money("Margin", m, customer.Currency)] : Array.Empty<Fact>(),
                FactOf.Date("From", figures.Period.From),
                FactOf.Date("To", figures.Period.To),
                FactOf.Text("Customer", customer.Name),
            ]);

    /// <summary>What it is compared with: the days just before, or the month, quarter or year before by its days.</summary>
    private string Against => customer.Before.Period == customer.Now.Period.Before
        ? "in the same number of days before" : $"from {Phrase.Day(customer.Before.Period.From)} to {Phrase.Day(customer.Before.Period.To)}";

    private void Revenue(string self)
    {
        var (now, before) = (customer.Now, customer.Before);
        var evidence = new List<string> { self, Add(now, "period"), Add(before, "before") };
        var text = $"{customer.Name} ordered {Phrase.Money(now.Revenue, customer.Currency)} net in {Phrase.Count(now.Orders, "order", "orders")} from {Phrase.Day(now.Period.From)} to {Phrase.Day(now.Period.To)}";
        decimal? change = null;
        if (customer.Start.Cuts(before.Period))
        {
            evidence.Add(customer.Start.Add(sheet));
            text += customer.Start.Words(before.Period, before.Revenue, customer.Currency);
        }
        else if (before.Revenue > 0)
        {
            change = Math.Round((now.Revenue - before.Revenue) / before.Revenue * 100, 1);
            evidence.Add(Change("revenue", now.Revenue, before.Revenue, change.Value));
            text += $", {Phrase.Change(change.Value)} against {Phrase.Money(before.Revenue, customer.Currency)} {Against}";
        }
        else
        {
            text += $"; nothing {Against}";
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
        cited.AddRange(evidence);
        figures.Add(Figure("Revenue (net)", now.Revenue, change));
        figures.Add(new KeyFigure("Orders", now.Orders.ToString(CultureInfo.InvariantCulture), FactKind.Number));
    }

    private void Margin()
    {
        if (customer.Now.Margin is not { } margin)
        {
            sheet.Say(FindingRole.Caveat, "Margin is not shown: your account may not read it", null, Self());
            return;
        }

        var evidence = new List<string> { Add(customer.Now, "period"), Add(customer.Before, "before") };
        var text = $"Margin {Phrase.Money(margin, customer.Currency)}";
        if (customer.Now.Revenue > 0)
        {
            var share = Math.Round(margin / customer.Now.Revenue * 100, 1);
            evidence.Add(sheet.Calculate(
                $"margin-share:{customer.Id}",
                "Margin share",
                CalculationOperation.Share,
                [FactOf.Money("Margin", margin, customer.Currency), FactOf.Money("Revenue", customer.Now.Revenue, customer.Currency)],
                FactOf.Percent("Margin share", share),
                "margin of the period by its revenue"));
            text += $", {Phrase.Percent(share)} of revenue";
        }

        decimal? change = null;
        if (customer.Before.Margin is { } before and > 0 && !customer.Start.Cuts(customer.Before.Period))
        {
            change = Math.Round((margin - before) / before * 100, 1);
            evidence.Add(Change("margin", margin, before, change.Value));
            text += $", {Phrase.Change(change.Value)} against {Phrase.Money(before, customer.Currency)} before";
        }

        sheet.Say(FindingRole.Detail, text, null, evidence);
        cited.AddRange(evidence);
        figures.Add(Figure("Margin", margin, change));
    }

    private void Open()
    {
        var evidence = Add(customer.Open, "open");
        sheet.Say(
            FindingRole.Detail,
            customer.Open.Orders == 0 ? "No order is waiting to ship" : $"{Phrase.Count(customer.Open.Orders, "order is", "orders are")} still to ship, {Phrase.Money(customer.Open.Revenue, customer.Currency)} net",
            null,
            evidence);
        cited.Add(evidence);
        figures.Add(new KeyFigure("Open orders", customer.Open.Orders.ToString(CultureInfo.InvariantCulture), FactKind.Number));
    }

    private void Latest(string self)
    {
        if (customer.LastOrder is not { } order || sheet.Days.Of(order.Moment("date_order")) is not { } day)
        {
            sheet.Say(FindingRole.Detail, "I see no confirmed order of this customer", null, self);
            return;
        }

        var number = order.Text("name") ?? "?";
        var net = Phrase.Money(order.Number("amount_untaxed"), customer.Currency);
        var evidence = sheet.Record(
            "sale.order", order.Id, $"Sales order {number} — {customer.Name}", $"{number}, ordered {Phrase.Day(day)}, {net} net", order, FactOf.Code("Order", number), FactOf.Date("Ordered", day), FactOf.Money("Net", order.Number("amount_untaxed"), customer.Currency));
        sheet.Say(FindingRole.Detail, $"Last ordered on {Phrase.Day(day)}: {number} with {net} net", null, self, evidence);
    }

    private void Best()
    {
        if (customer.Best.Count == 0)
        {
            return;
        }

        var evidence = customer.Best.Select(b => sheet.Aggregate(
            $"product.product:sold:{b.Id}:{customer.Id}",
            $"Sales of {ProductLabel.Short(b.Product)} to {customer.Name}",
            $"{b.Product}: {Phrase.Money(b.Net, customer.Currency)} net",
            [FactOf.Code("Product", ProductLabel.Short(b.Product)), FactOf.Money("Net", b.Net, customer.Currency)])).ToList();
        sheet.Say(FindingRole.Detail, $"Bought most: {Phrase.List(customer.Best.Select(b => $"{ProductLabel.Short(b.Product)} ({Phrase.Money(b.Net, customer.Currency)})"))}", null, evidence);
    }

    private void Invoices(IReadOnlyList<OpenInvoice>? invoices, string self)
    {
        if (invoices is null)
        {
            sheet.Say(FindingRole.Caveat, "Invoices are not shown: your account may not read them", null, self);
            return;
        }

        var open = invoices.Where(i => !i.IsCredit && i.Currency == customer.Currency).ToList();
        var overdue = open.Where(i => i.IsOverdue).ToList();
        var evidence = new List<string>
        {
            sheet.Count("customer-invoices", "Open invoices", open.Select(i => i.Number), $"open invoices of {customer.Name}"),
            sheet.Sum("customer-invoices-sum", "Open amount", open.Select(i => (i.Number, i.Open)), customer.Currency, "amounts still to pay"),
            sheet.Count("customer-overdue", "Overdue invoices", overdue.Select(i => i.Number), "those past their due date"),
            sheet.Sum("customer-overdue-sum", "Overdue amount", overdue.Select(i => (i.Number, i.Open)), customer.Currency, "amounts past their due date"),
        };
        var late = overdue.Sum(i => Math.Round(i.Open, 2));
        sheet.Say(
            FindingRole.Detail,
            open.Count == 0 ? "No invoice is open"
                : $"{Phrase.Count(open.Count, "invoice is", "invoices are")} open with {Phrase.Money(open.Sum(i => Math.Round(i.Open, 2)), customer.Currency)}, {(overdue.Count == 0 ? "none overdue" : $"{overdue.Count} overdue with {Phrase.Money(late, customer.Currency)}")}",
            null,
            evidence);
        cited.AddRange(evidence);
        figures.Add(Figure("Overdue", late, null) with { Tone = late > 0 ? Tone.Warning : Tone.Good });
    }

    private void Tickets(IReadOnlyList<Ticket>? tickets, string self)
    {
        if (tickets is null)
        {
            sheet.Say(FindingRole.Caveat, "Tickets are not shown: your account may not read them, or there is no helpdesk", null, self);
            return;
        }

        var count = sheet.Count("customer-tickets", "Open tickets", tickets.Select(t => t.Number), $"open tickets of {customer.Name}");
        figures.Add(new KeyFigure("Open tickets", tickets.Count.ToString(CultureInfo.InvariantCulture), FactKind.Number));
        cited.Add(count);
        if (tickets.Count == 0)
        {
            sheet.Say(FindingRole.Detail, "No ticket is open", null, count);
            return;
        }

        var worst = tickets.FirstOrDefault(t => t.Breached) ?? tickets[0];
        var deadline = worst.Breached ? ", past its service deadline" : string.Empty;
        sheet.Say(
            FindingRole.Detail,
            $"{Phrase.Count(tickets.Count, "ticket is", "tickets are")} open; most pressing is {worst.Number}: {worst.Subject} ({worst.Priority} priority, {worst.Stage}{deadline})",
            null,
            count,
            sheet.Record(
                "helpdesk.ticket", worst.Row.Id, $"Ticket {worst.Number}", $"{worst.Number} {worst.Subject}, {worst.Stage}", worst.Row, FactOf.Code("Ticket", worst.Number), FactOf.Text("Subject", worst.Subject), FactOf.Text("Stage", worst.Stage)));
    }

    private void Contact(string self)
    {
        if (customer.LastContact is not { } message || sheet.Days.Of(message.Moment("date")) is not { } day)
        {
            return;
        }

        var author = message.Link("author_id")?.Name;
        var evidence = sheet.Record(
            "mail.message", message.Id, $"Message on {customer.Name}", $"Message of {Phrase.Day(day)}" + (author is null ? string.Empty : $" by {author}"), null, FactOf.Date("Date", day), FactOf.Text("Author", author), FactOf.Text("Subject", message.Text("subject")));
        sheet.Say(FindingRole.Detail, $"Last noted contact: {Phrase.Day(day)}{(author is null ? string.Empty : $", by {author.Split(", ")[^1]}")}", null, self, evidence);
    }

    private string Change(string what, decimal now, decimal before, decimal change)
        => sheet.Calculate(
            $"{what}-change:{customer.Id}",
            $"Change of {what}",
            CalculationOperation.PercentChange,
            [FactOf.Money("This period", now, customer.Currency), FactOf.Money("Period before", before, customer.Currency)],
            FactOf.Percent("Change", change),
            $"{what} of the period against as many days before",
            FactOf.Percent("Size of the change", Math.Abs(change)));

    private KeyFigure Figure(string label, decimal amount, decimal? change)
        => new(label, amount.ToString("0.00", CultureInfo.InvariantCulture), FactKind.Money, customer.Currency, change, change switch { > 0 => Tone.Good, < -10 => Tone.Warning, _ => Tone.Neutral });
}
