using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Accounting;

/// <summary>Writes what is still to be invoiced: the sum, the orders with the oldest first, and what is rather to be credited.</summary>
internal sealed class ToInvoiceWriter(AnswerSheet sheet, bool isPurchase, string about, CompanyScope companies)
{
    private string Done => isPurchase ? "received and not billed yet" : "still to be invoiced";

    private string Came => isPurchase ? "received" : "delivered";

    public ToolResult Write(IReadOnlyList<UninvoicedOrder> orders, bool isCut, int count)
    {
        var open = orders.Where(o => o.Amount > 0).OrderBy(o => o.Since ?? DateOnly.MaxValue).ThenByDescending(o => o.Amount).ThenBy(o => o.Number, StringComparer.Ordinal).ToList();
        var list = sheet.Count("to-invoice", "Orders to be invoiced", open.Select(o => o.Number), $"orders{about} with something {Done}", FactOf.Date("Day", sheet.Days.Today));
        if (open.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"Nothing{about} is {Done}{companies.Words}", null, list);
        }
        else
        {
            Open(open, list, count);
        }

        Credits([.. orders.Where(o => o.Amount < 0).OrderBy(o => o.Amount).ThenBy(o => o.Number, StringComparer.Ordinal)]);
        sheet.Say(FindingRole.Detail, $"What counts: {UninvoicedOrder.Definition}", null, sheet.Aggregate("to-invoice:definition", "Definition of what is to be invoiced", UninvoicedOrder.Definition, FactOf.Text("Definition", UninvoicedOrder.Definition)));
        if (isCut)
        {
            sheet.Say(FindingRole.Caveat, "There are more order lines to be invoiced than I can read at once, so the sum is too low; ask for one customer, supplier or company", null, list);
        }

        return open.Count == 0 ? sheet.Finish() : sheet.Finish(new ListCut(Math.Min(count, open.Count), open.Count));
    }

    private void Open(List<UninvoicedOrder> open, string list, int count)
    {
        var evidence = new List<string> { list };
        var sums = open.GroupBy(o => o.Currency).OrderByDescending(g => g.Sum(o => o.Amount)).Select(g =>
        {
            evidence.Add(sheet.Sum($"to-invoice:{g.Key}", $"To be invoiced {g.Key}", g.Select(o => (o.Number, o.Amount)), g.Key, "what is to be invoiced of each order"));
            return Phrase.Money(g.Sum(o => o.Amount), g.Key);
        }).ToList();
        var oldest = open[0].Since is { } day ? $", the oldest {Came} on {Phrase.Day(day)}" : string.Empty;
        evidence.Add(Add(open[0]));
        sheet.Say(FindingRole.Headline, $"{Phrase.List(sums)} without tax{about} {(sums.Count == 1 ? "is" : "are")} {Done}{companies.Words}: {Phrase.Count(open.Count, "order", "orders")}{oldest}", null, evidence);
        var shown = open.Take(count).ToList();
        foreach (var order in shown)
        {
            var sources = new List<string> { Add(order) };
            var text = $"{order.Number} {(isPurchase ? "from" : "for")} {Phrase.Clean(order.Partner, 80)}: {Phrase.Money(order.Amount, order.Currency)}";
            if (order.Since is { } since)
            {
                var age = sheet.Days.Today.DayNumber - since.DayNumber;
                sources.Add(sheet.DaysBetween($"to-invoice-age:{order.Number}", $"Days since {order.Number} was {Came}", ("Today", sheet.Days.Today), ($"First {Came}", since)));
                text += $", first {Came} on {Phrase.Day(since)}, {(age == 0 ? "today" : $"{Phrase.Days(age)} ago")}";
            }

            sheet.Say(FindingRole.Item, text, order.Number, sources);
        }

        if (shown.Count < open.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows the {shown.Count} oldest of {Phrase.Number(open.Count)} orders", null, list, sheet.Count("to-invoice-shown", "Shown", shown.Select(s => s.Number), "those listed"));
        }

        sheet.Show(new TableCard
        {
            Title = isPurchase ? "To be billed" : "To be invoiced",
            Columns =
            [
                new("order", "Order", FactKind.Code), new("partner", isPurchase ? "Supplier" : "Customer", FactKind.Text), new("since", isPurchase ? "Received" : "Delivered", FactKind.Date), new("amount", "Net", FactKind.Money, shown[0].Currency),
            ],
            Rows = [.. shown.Where(o => o.Currency == shown[0].Currency).Select(o => (IReadOnlyList<JsonValue?>)
            [
                JsonValue.Create(o.Number), JsonValue.Create(Phrase.Clean(o.Partner, 80)), o.Since is { } d ? JsonValue.Create(d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null, JsonValue.Create(o.Amount),
            ])],
            TotalRows = open.Count,
            Sources = [.. shown.Select(Add)],
        });
    }

    /// <summary>Orders with more invoiced than came or left: they wait for a credit note and are not set off against the others.</summary>
    private void Credits(List<UninvoicedOrder> credits)
    {
        if (credits.Count == 0)
        {
            return;
        }

        var evidence = new List<string> { sheet.Count("to-credit", "Orders invoiced beyond what came", credits.Select(o => o.Number), $"orders with more invoiced than {Came}"), Add(credits[0]) };
        var sums = credits.GroupBy(o => o.Currency).OrderBy(g => g.Sum(o => o.Amount)).Select(g =>
        {
            evidence.Add(sheet.Sum($"to-credit:{g.Key}", $"To be credited {g.Key}", g.Select(o => (o.Number, -o.Amount)), g.Key, "what was invoiced beyond it"));
            return Phrase.Money(g.Sum(o => -o.Amount), g.Key);
        }).ToList();
        sheet.Say(FindingRole.Detail, $"{Phrase.Count(credits.Count, "order has", "orders have")} more invoiced than {Came}, {Phrase.List(sums)} to be credited, first {credits[0].Number}; that is not set off above", null, evidence);
    }

    private string Add(UninvoicedOrder order)
        => sheet.Record(
            isPurchase ? "purchase.order" : "sale.order",
            order.Row.Id,
            $"{(isPurchase ? "Purchase order" : "Sales order")} {order.Number} — {order.Partner}",
            $"{order.Number} of {order.Partner}: {Phrase.Money(order.Amount, order.Currency)} to be invoiced over {Phrase.Count(order.Lines, "line", "lines")}",
            order.Row,
            [
                FactOf.Code("Order", order.Number), FactOf.Text("Partner", order.Partner), FactOf.Money("To be invoiced", order.Amount, order.Currency),
                .. order.Since is { } since ? [FactOf.Date($"First {Came}", since)] : Array.Empty<Fact>(),
            ]);
}
