using Copilot.Contracts;
using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Accounting;

/// <summary>Invoices as evidence.</summary>
internal static class InvoiceEvidence
{
    /// <summary>Adds one, with what else is said of it.</summary>
    public static string Add(this AnswerSheet sheet, OpenInvoice invoice, params Fact[] more)
        => sheet.Record(
            "account.move",
            invoice.Row.Id,
            $"{(invoice.Row.Text("move_type") is "in_invoice" or "in_refund" ? "Bill" : "Invoice")} {invoice.Number} — {invoice.Partner}",
            $"{invoice.Number}, {invoice.Partner}: {Phrase.Money(invoice.Open, invoice.Currency)} of {Phrase.Money(invoice.Total, invoice.Currency)} open" + (invoice.Due is { } d ? $", due {Phrase.Day(d)}" : string.Empty),
            invoice.Row,
            [.. Facts(invoice), .. more]);

    /// <summary>The main fields, for a record card too.</summary>
    public static IEnumerable<Fact> Facts(OpenInvoice invoice) =>
    [
        FactOf.Code("Number", invoice.Number),
        FactOf.Text("Partner", invoice.Partner),
        FactOf.Money("Open", invoice.Open, invoice.Currency),
        FactOf.Money("Total", invoice.Total, invoice.Currency),
        .. invoice.Due is { } due ? [FactOf.Date("Due", due)] : Array.Empty<Fact>(),
        .. invoice.Origin is { } origin ? [FactOf.Code("Order", origin)] : Array.Empty<Fact>(),
    ];
}
