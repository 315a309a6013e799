using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Accounting;

/// <summary>Writes why something is on credit hold, or what is.</summary>
internal sealed class CreditHoldWriter(AnswerSheet sheet, CompanyScope companies, string tag)
{
    public ToolResult WriteOne(CreditHolds holds, string? name)
    {
        var customer = holds.Customer?.Text("name") ?? name ?? "This customer";
        var about = holds.Customer is { } row ? Add(row) : null;
        var list = List(holds, $"orders of {customer} with the tag {tag}", holds.Orders.Count);
        string[] basis = about is null ? [list] : [list, about];
        if (holds.Subject is { } order)
        {
            var number = order.Text("name") ?? string.Empty;
            var self = Add(order, sheet);
            sheet.Say(
                FindingRole.Headline,
                holds.IsHeld(order) ? $"{number} of {customer} ({Amount(order)}) is on credit hold: it carries the tag {tag}" : $"{number} of {customer} ({Amount(order)}) is not on credit hold: it does not carry the tag {tag}",
                number,
                [.. basis, self]);
        }
        else
        {
            sheet.Say(FindingRole.Headline, holds.Total == 0 ? $"{customer} has no order on credit hold" : $"{customer} has {Phrase.Count(holds.Orders.Count, "order", "orders")} on credit hold, {Worth(holds.Orders)} in all", null, [.. basis, .. Sums(holds.Orders)]);
        }

        Warning(holds, about);
        Invoices(holds, customer, basis);
        Limit(holds, customer, about);
        foreach (var note in holds.Notes)
        {
            Note(note);
        }

        foreach (var other in holds.Orders.Where(o => o.Id != holds.Subject?.Id))
        {
            sheet.Say(FindingRole.Item, Line(other), other.Text("name"), Add(other, sheet));
        }

        if (holds.Total > 0)
        {
            sheet.Say(FindingRole.Advice, "Who may release a hold and when is said in the credit hold policy; ask me for it", null, list);
        }

        return sheet.Finish();
    }

    public ToolResult WriteAll(CreditHolds holds, int count)
    {
        var shown = holds.Orders.Take(count).ToList();
        var list = List(holds, $"confirmed orders with the tag {tag}{companies.Words}", shown.Count);
        if (shown.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"No order that you may see is on credit hold{companies.Words}", null, list);
            return sheet.Finish();
        }

        sheet.Say(FindingRole.Headline, $"{Phrase.Count(holds.Orders.Count, "order is", "orders are")} on credit hold{companies.Words}, {Worth(holds.Orders)} in all", null, [list, .. Sums(holds.Orders)]);
        foreach (var order in shown)
        {
            sheet.Say(FindingRole.Item, Line(order), order.Text("name"), Add(order, sheet));
        }

        if (shown.Count < holds.Total)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(holds.Total)}", null, list);
        }

        sheet.Show(new TableCard
        {
            Title = "Orders on credit hold",
            Columns = [new("number", "Order", FactKind.Code), new("customer", "Customer", FactKind.Text), new("promised", "Promised", FactKind.Date), new("amount", "Total", FactKind.Money, shown[0].Link("currency_id")?.Name ?? "EUR")],
            Rows = [.. shown.Select(o => (IReadOnlyList<JsonValue?>)
            [
                JsonValue.Create(o.Text("name")), JsonValue.Create(Phrase.Clean(o.Link("partner_id")?.Name, 80)), sheet.Days.Of(o.Moment("commitment_date")) is { } d ? JsonValue.Create(d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null, JsonValue.Create(Math.Round(o.Number("amount_total"), 2)),
            ])],
            TotalRows = holds.Total,
            Sources = [.. shown.Select(o => Add(o, sheet))],
        });
        return sheet.Finish(new ListCut(shown.Count, holds.Total));
    }

    private static string Amount(OdooRow order) => Phrase.Money(order.Number("amount_total"), order.Link("currency_id")?.Name ?? "EUR");

    private static string Worth(IReadOnlyList<OdooRow> orders)
        => Phrase.List(orders.GroupBy(o => o.Link("currency_id")?.Name ?? "EUR").Select(g => Phrase.Money(g.Sum(o => Math.Round(o.Number("amount_total"), 2)), g.Key)));

    private string Line(OdooRow order)
        => $"{order.Text("name")} of {Phrase.Clean(order.Link("partner_id")?.Name, 80)}: {Amount(order)}" + (sheet.Days.Of(order.Moment("commitment_date")) is { } day ? $", promised for {Phrase.Day(day)}" : string.Empty);

    private string List(CreditHolds holds, string what, int shown)
        => sheet.Count("holds", "Orders on credit hold", holds.Orders.Select(o => o.Text("name") ?? string.Empty), what, FactOf.Number("In all", holds.Total), FactOf.Number("Shown", shown));

    private IEnumerable<string> Sums(IReadOnlyList<OdooRow> orders)
        => [.. orders.GroupBy(o => o.Link("currency_id")?.Name ?? "EUR").Select(g => sheet.Sum($"holds:{g.Key}", $"Held {g.Key}", g.Select(o => (o.Text("name") ?? string.Empty, o.Number("amount_total"))), g.Key, "totals with tax of the orders on hold"))];

    private static string Add(OdooRow order, AnswerSheet sheet)
    {
        var number = order.Text("name") ?? string.Empty;
        var promised = sheet.Days.Of(order.Moment("commitment_date"));
        return sheet.Record(
            "sale.order",
            order.Id,
            $"Sales order {number} — {Phrase.Clean(order.Link("partner_id")?.Name, 80)}",
            $"{number}, {order.Link("partner_id")?.Name}: {Amount(order)} with tax" + (promised is { } d ? $", promised for {Phrase.Day(d)}" : string.Empty),
            order,
            [FactOf.Code("Order", number), FactOf.Money("Total", order.Number("amount_total"), order.Link("currency_id")?.Name ?? "EUR"), .. promised is { } day ? [FactOf.Date("Promised", day)] : Array.Empty<Fact>()]);
    }

    private string Add(OdooRow customer)
        => sheet.Record(
            "res.partner", customer.Id, $"Customer {customer.Text("name")}", $"{customer.Text("name")}" + (customer.Text("sale_warn_msg") is { } warning ? $": {Phrase.Clean(warning)}" : string.Empty), customer, FactOf.Text("Customer", customer.Text("name")), FactOf.Text("Note", customer.Text("sale_warn_msg")));

    private void Warning(CreditHolds holds, string? about)
    {
        if (about is not null && holds.Customer?.Text("sale_warn_msg") is { } warning)
        {
            sheet.Say(FindingRole.Cause, $"The note on the customer says: {Phrase.Clean(warning)}", null, about);
        }
    }

    private void Invoices(CreditHolds holds, string customer, string[] basis)
    {
        if (holds.Invoices is not { } open)
        {
            sheet.Say(FindingRole.Caveat, "Open invoices and credit limit are not shown: your account may not read them", null, basis);
            return;
        }

        foreach (var group in open.Where(i => !i.IsCredit).GroupBy(i => i.Currency))
        {
            var late = group.Where(i => i.IsOverdue).OrderByDescending(i => i.DaysOverdue).ToList();
            var evidence = new List<string>
            {
                sheet.Sum($"hold-open:{group.Key}", "Open amount", group.Select(i => (i.Number, i.Open)), group.Key, $"open invoices of {customer}"),
                sheet.Count($"hold-overdue-count:{group.Key}", "Overdue invoices", late.Select(i => i.Number), "those past their due day"),
                sheet.Sum($"hold-overdue:{group.Key}", "Overdue amount", late.Select(i => (i.Number, i.Open)), group.Key, "amounts past their due day"),
            };
            var text = $"{customer} owes {Phrase.Money(group.Sum(i => Math.Round(i.Open, 2)), group.Key)}";
            if (late.Count > 0)
            {
                evidence.Add(sheet.Add(late[0]));
                evidence.Add(sheet.DaysBetween($"invoice-overdue:{late[0].Row.Id}", $"Days {late[0].Number} is overdue", ("today", sheet.Days.Today), ("due day", late[0].Due!.Value)));
                text += $", {Phrase.Money(late.Sum(i => Math.Round(i.Open, 2)), group.Key)} of it overdue on {Phrase.Count(late.Count, "invoice", "invoices")}, the oldest {late[0].Number} for {Phrase.Days(late[0].DaysOverdue)}";
            }

            sheet.Say(FindingRole.Cause, text, null, evidence);
        }
    }

    private void Limit(CreditHolds holds, string customer, string? about)
    {
        if (about is null || holds.Customer is not { } row || holds.Invoices is not { } open || !row.Has("credit_limit") || row.Number("credit_limit") <= 0)
        {
            return;
        }

        var currency = holds.Orders.Concat(holds.Subject is { } s ? [s] : []).Select(o => o.Link("currency_id")?.Name).FirstOrDefault() ?? "EUR";
        var owed = open.Where(i => i.Currency == currency).Sum(i => Math.Round(i.Open, 2));
        var limit = Math.Round(row.Number("credit_limit"), 2);
        var evidence = sheet.Aggregate("res.partner:credit", $"Credit limit of {customer}", $"Credit limit {Phrase.Money(limit, currency)}", FactOf.Money("Credit limit", limit, currency));
        var over = sheet.Difference("hold-limit", "Owed less the limit", ("Owed, credit notes deducted", owed), ("Credit limit", limit), currency, "open invoices less open credit notes, less the credit limit");
        sheet.Say(
            FindingRole.Cause,
            over.Amount > 0 ? $"The credit limit of {Phrase.Money(limit, currency)} is exceeded by {Phrase.Money(over.Amount, currency)}" : $"The credit limit of {Phrase.Money(limit, currency)} is not exceeded: {Phrase.Money(-over.Amount, currency)} are left",
            null,
            evidence,
            over.Id);
    }

    private void Note(OdooRow note)
    {
        if (sheet.Days.Of(note.Moment("date")) is not { } day)
        {
            return;
        }

        var text = MessageText.Plain(note.Text("body"));
        var author = note.Link("author_id")?.Name.Split(", ")[^1];
        var evidence = sheet.Record("mail.message", note.Id, "Note on credit", $"{text} ({Phrase.Day(day)})", null, FactOf.Date("Date", day), FactOf.Text("Author", author), FactOf.Text("Text", text));
        sheet.Say(FindingRole.Cause, $"{(author is null ? "A note" : author)} wrote on {Phrase.Day(day)}: {Phrase.Clean(text)}", null, evidence);
    }
}
