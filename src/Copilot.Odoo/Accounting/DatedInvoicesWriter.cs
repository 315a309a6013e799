using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>Writes which invoices or bills bear a date of a period, paid or not, the newest first.</summary>
internal sealed class DatedInvoicesWriter(AnswerSheet sheet, bool vendor, ResolvedName? partner, Period period)
{
    private string Of => partner is { } p ? $" {(vendor ? "from" : "to")} {p.Name}" : string.Empty;

    /// <summary>Writes the answer.</summary>
    /// <param name="found">Invoices and credit notes; these count negative.</param>
    /// <param name="total">How many match; more than were read when there are many.</param>
    /// <param name="count">How many to list.</param>
    public ToolResult Write(IReadOnlyList<OpenInvoice> found, int total, int count)
    {
        var (one, many) = vendor ? ("vendor bill", "vendor bills") : ("customer invoice", "customer invoices");
        var invoices = found.Where(i => !IsCreditNote(i)).OrderByDescending(Dated).ThenByDescending(i => i.Total).ThenBy(i => i.Number, StringComparer.Ordinal).ToList();
        var shown = invoices.Take(count).ToList();
        var list = sheet.Count(
            "dated", "Documents found", invoices.Select(i => i.Number), $"posted {many}{Of} dated {period.Words} that you may see",
            FactOf.Number("Shown", shown.Count), FactOf.Date("From", period.From), FactOf.Date("To", period.To));
        if (invoices.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"No posted {one}{Of} is dated {period.Words}", null, list);
            CreditNotes(found, list);
            return sheet.Finish();
        }

        var evidence = new List<string> { list };
        var sums = invoices.GroupBy(i => i.Currency).OrderByDescending(g => g.Sum(i => i.Total)).Select(g => Sum($"dated:{g.Key}", "Documents", [.. g], i => i.Total, "totals with tax", evidence)).ToList();
        var unpaid = invoices.Where(i => i.Open > 0).ToList();
        var still = string.Empty;
        if (unpaid.Count > 0)
        {
            var open = unpaid.GroupBy(i => i.Currency).OrderByDescending(g => g.Sum(i => i.Open)).Select(g => Sum($"dated-open:{g.Key}", "Still open", [.. g], i => i.Open, "amounts still to pay", evidence)).ToList();
            evidence.Add(sheet.Count("dated-unpaid", "Not paid in full", unpaid.Select(i => i.Number), "those with an amount still to pay"));
            still = $"; {Phrase.Number(unpaid.Count)} of them {(unpaid.Count == 1 ? "is" : "are")} not paid in full, {Phrase.List(open)} open";
        }

        sheet.Say(FindingRole.Headline, $"{Phrase.Count(invoices.Count, one, many)}{Of} {(invoices.Count == 1 ? "is" : "are")} dated {period.Words}, {Phrase.List(sums)} with tax{still}", null, evidence);
        foreach (var invoice in shown)
        {
            var due = invoice.Due is { } day ? $", due {Phrase.Day(day)}" : string.Empty;
            var paid = invoice.Open <= 0 ? ", paid" : invoice.Open < invoice.Total ? $", {Phrase.Money(invoice.Open, invoice.Currency)} open" : string.Empty;
            sheet.Say(FindingRole.Item, $"{invoice.Number} {(vendor ? "from" : "to")} {invoice.Partner}: {Phrase.Money(invoice.Total, invoice.Currency)}, dated {Phrase.Day(Dated(invoice))}{due}{paid}", invoice.Number, Add(invoice));
        }

        CreditNotes(found, list);
        if (shown.Count < invoices.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows the {shown.Count} newest of {Phrase.Number(invoices.Count)}", null, list);
        }

        if (found.Count < total)
        {
            sheet.Say(FindingRole.Caveat, "More are dated in this period than I can add up at once; narrow the period or name a company for exact sums", null, list);
        }

        sheet.Say(FindingRole.Caveat, vendor ? "Bills are placed by the date printed on them, not by the day they were entered; drafts are not counted" : "Invoices are placed by their invoice date; drafts are not counted", null, list);
        sheet.Show(Table(shown, invoices.Count));
        return sheet.Finish(new ListCut(shown.Count, invoices.Count));
    }

    private static bool IsCreditNote(OpenInvoice invoice) => invoice.Row.Text("move_type") is "out_refund" or "in_refund";

    private static DateOnly Dated(OpenInvoice invoice) => invoice.Row.Date("invoice_date") ?? DateOnly.MinValue;

    private string Sum(string key, string title, IReadOnlyList<OpenInvoice> of, Func<OpenInvoice, decimal> amount, string what, List<string> evidence)
    {
        evidence.Add(sheet.Sum(key, $"{title} {of[0].Currency}", of.Select(i => (i.Number, amount(i))), of[0].Currency, what));
        return Phrase.Money(of.Sum(i => Math.Round(amount(i), 2)), of[0].Currency);
    }

    private void CreditNotes(IReadOnlyList<OpenInvoice> found, string list)
    {
        foreach (var notes in found.Where(IsCreditNote).GroupBy(i => i.Currency))
        {
            var evidence = new List<string> { list, sheet.Count($"dated-credit-notes:{notes.Key}", "Credit notes", notes.Select(i => i.Number), "posted credit notes of the same period") };
            var sum = Sum($"dated-credit:{notes.Key}", "Credit notes", [.. notes], i => -i.Total, "totals with tax", evidence);
            sheet.Say(FindingRole.Detail, $"Besides, {Phrase.Count(notes.Count(), "credit note", "credit notes")} of {sum} with tax", null, evidence);
        }
    }

    private string Add(OpenInvoice invoice) => sheet.Add(invoice, FactOf.Date("Dated", Dated(invoice)));

    private TableCard Table(List<OpenInvoice> shown, int total) => new()
    {
        Title = vendor ? "Bills" : "Invoices",
        Columns =
        [
            new("number", "Number", FactKind.Code), new("partner", vendor ? "Supplier" : "Customer", FactKind.Text), new("dated", "Dated", FactKind.Date), new("due", "Due", FactKind.Date),
            new("total", "Total", FactKind.Money, shown[0].Currency), new("open", "Open", FactKind.Money, shown[0].Currency),
        ],
        Rows = [.. shown.Where(i => i.Currency == shown[0].Currency).Select(i => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(i.Number), JsonValue.Create(i.Partner), JsonValue.Create(FactOf.Date("d", Dated(i)).Value), i.Due is { } d ? JsonValue.Create(FactOf.Date("d", d).Value) : null,
            JsonValue.Create(Math.Round(i.Total, 2)), JsonValue.Create(Math.Round(i.Open, 2)),
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(Add)],
    };
}
