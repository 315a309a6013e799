using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>Writes which customer invoices were paid in a period, the largest first.</summary>
internal sealed class PaidInvoicesWriter(AnswerSheet sheet, Period period, CompanyScope companies, bool isCut)
{
    public ToolResult Write(string? customer, IReadOnlyList<PaidInvoice> paid, int count)
    {
        var of = customer is null ? string.Empty : $" of {customer}";
        var list = sheet.Count("paid", "Invoices paid", paid.Select(p => p.Number), $"customer invoices{of} whose last payment came {period.Words}", FactOf.Date("From", period.From), FactOf.Date("To", period.To));
        if (paid.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"I found no customer invoice{of} that was paid in full {period.Words}{companies.Words}", null, list);
            return Finish(list, null);
        }

        var evidence = new List<string> { list };
        var sums = paid.GroupBy(p => p.Currency).OrderByDescending(g => g.Sum(p => p.Total)).Select(g =>
        {
            evidence.Add(sheet.Sum($"paid:{g.Key}", $"Paid invoices {g.Key}", g.Select(p => (p.Number, p.Total)), g.Key, "totals of the paid invoices"));
            return Phrase.Money(g.Sum(p => Math.Round(p.Total, 2)), g.Key);
        }).ToList();
        sheet.Say(FindingRole.Headline, $"{Phrase.Count(paid.Count, "customer invoice was", "customer invoices were")} paid in full{of} {period.Words}{companies.Words}, {Phrase.List(sums)} in all", null, evidence);
        var shown = paid.OrderByDescending(p => p.Total).ThenBy(p => p.Number, StringComparer.Ordinal).Take(count).ToList();
        foreach (var invoice in shown)
        {
            sheet.Say(FindingRole.Item, $"{invoice.Number} of {invoice.Partner}: {Phrase.Money(invoice.Total, invoice.Currency)}, paid on {Phrase.Day(invoice.Paid)}, due {Phrase.Day(invoice.Due)}", invoice.Number, Add(invoice));
        }

        if (shown.Count < paid.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows the {shown.Count} largest of {Phrase.Number(paid.Count)}", null, list, sheet.Count("paid-shown", "Shown", shown.Select(s => s.Number), "those listed"));
        }

        sheet.Show(new TableCard
        {
            Title = "Invoices paid",
            Columns = [new("invoice", "Invoice", FactKind.Code), new("customer", "Customer", FactKind.Text), new("total", "Total", FactKind.Money, shown[0].Currency), new("paid", "Paid", FactKind.Date), new("due", "Due", FactKind.Date)],
            Rows = [.. shown.Select(p => (IReadOnlyList<JsonValue?>)[JsonValue.Create(p.Number), JsonValue.Create(p.Partner), JsonValue.Create(Math.Round(p.Total, 2)), Day(p.Paid), Day(p.Due)])],
            TotalRows = paid.Count,
            Sources = [.. shown.Select(Add)],
        });
        return Finish(list, new ListCut(shown.Count, paid.Count));
    }

    private ToolResult Finish(string list, ListCut? cut)
    {
        if (isCut)
        {
            sheet.Say(FindingRole.Caveat, "The period holds more payments than are read at once; the latest ones count", null, list);
        }

        sheet.Say(FindingRole.Caveat, "Only payments registered against invoices count; money matched straight from a bank statement is not seen here", null, list);
        return cut is null ? sheet.Finish() : sheet.Finish(cut);
    }

    private static JsonValue? Day(DateOnly day) => JsonValue.Create(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private string Add(PaidInvoice invoice)
        => sheet.Record(
            "account.move",
            invoice.Id,
            $"Invoice {invoice.Number} — {invoice.Partner}",
            $"{invoice.Number} of {invoice.Partner}: {Phrase.Money(invoice.Total, invoice.Currency)}, paid on {Phrase.Day(invoice.Paid)}, due {Phrase.Day(invoice.Due)}",
            null,
            FactOf.Code("Invoice", invoice.Number),
            FactOf.Text("Customer", invoice.Partner),
            FactOf.Money("Total", invoice.Total, invoice.Currency),
            FactOf.Date("Paid", invoice.Paid),
            FactOf.Date("Due", invoice.Due));
}
