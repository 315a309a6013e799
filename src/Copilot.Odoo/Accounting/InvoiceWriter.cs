using Copilot.Contracts;
using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Accounting;

/// <summary>Writes whether one invoice or bill is paid.</summary>
internal sealed class InvoiceWriter(AnswerSheet sheet)
{
    public ToolResult Write(OpenInvoice invoice)
    {
        var self = sheet.Add(invoice);
        var evidence = new List<string> { self };
        var text = $"{invoice.Number}, {invoice.Partner}, {Phrase.Money(invoice.Total, invoice.Currency)}: {State(invoice)}";
        if (invoice.Open != 0)
        {
            text += $", {Phrase.Money(invoice.Open, invoice.Currency)} still open";
        }

        if (invoice is { Due: { } due, Open: > 0 })
        {
            text += $", due {Phrase.Day(due)}";
            if (invoice.IsOverdue)
            {
                evidence.Add(sheet.DaysBetween($"invoice-overdue:{invoice.Row.Id}", $"Days {invoice.Number} is overdue", ("today", sheet.Days.Today), ("due day", due)));
                text += $" and {Phrase.Days(invoice.DaysOverdue)} overdue";
            }
        }

        sheet.Say(FindingRole.Headline, text, invoice.Number, evidence);
        if (invoice.Origin is { } origin)
        {
            sheet.Say(FindingRole.Detail, $"It is for order {origin}", invoice.Number, self);
        }

        sheet.Show(new RecordCard
        {
            Title = $"Invoice {invoice.Number}", Record = new RecordRef("account.move", invoice.Row.Id), Fields = [.. InvoiceEvidence.Facts(invoice)], Uri = sheet.UriOf("account.move", invoice.Row.Id), Sources = [self],
        });
        return sheet.Finish();
    }

    private static string State(OpenInvoice invoice) => (invoice.Row.Text("state"), invoice.Row.Text("payment_state")) switch
    {
        ("draft", _) => "still a draft",
        ("cancel", _) => "cancelled",
        (_, "paid") => "paid",
        (_, "in_payment") => "payment is on its way",
        (_, "partial") => "partly paid",
        (_, "reversed") => "reversed by a credit note",
        (_, "blocked") => "blocked for payment",
        _ => "not paid",
    };
}
