using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>
/// Reads which invoices were paid in a period and when, from the payments that are registered against them: at most <see cref="RoundTrips"/>.
/// Money that was matched with invoices straight from a bank statement has no payment in Odoo and is not among them.
/// </summary>
internal sealed class PaymentReader(IOdooClient client)
{
    /// <summary>The payments and how many there are, and their invoices.</summary>
    public const int RoundTrips = 2 + (MostPayments / 2000);

    private const int MostPayments = 6000;

    private static readonly string[] Received = ["paid", "in_process", "posted", "reconciled", "sent"];

    /// <summary>The invoices and whether the period holds more payments than are read at once; then the latest ones are.</summary>
    public async Task<(IReadOnlyList<PaidInvoice> Paid, bool IsCut)> ReadAsync(ToolContext context, Period period, int? customerId, OdooDomain? more, CancellationToken cancellationToken)
    {
        var domain = OdooDomain.Where("payment_type", "=", "inbound").And("partner_type", "=", "customer")
            .And("date", ">=", period.From).And("date", "<=", period.To);
        domain = customerId is { } id ? domain.And("partner_id", "child_of", id) : domain;
        domain = more is null ? domain : domain.And(more);
        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery { Model = "account.payment", Domain = domain, Fields = ["date", "state", "reconciled_invoice_ids"], Order = "date desc, id desc", Limit = MostPayments, WithTotal = true },
            cancellationToken);
        var last = new Dictionary<int, DateOnly>();
        foreach (var row in page.Rows.Where(r => Received.Contains(r.Text("state")) && r.Date("date") is not null))
        {
            foreach (var invoice in row.Links("reconciled_invoice_ids"))
            {
                // Rows come latest first: the payment that closed the invoice is the first seen.
                last.TryAdd(invoice, row.Date("date")!.Value);
            }
        }

        if (last.Count == 0)
        {
            return ([], page.IsCut);
        }

        var invoices = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "account.move",
                Domain = OdooDomain.Where("id", "in", last.Keys.Order()).And("move_type", "=", "out_invoice"),
                Fields = ["name", "commercial_partner_id", "partner_id", "amount_total", "currency_id", "invoice_date", "invoice_date_due", "payment_state"],
                Limit = MostPayments,
            },
            cancellationToken);
        return (
            [.. invoices.Rows
                .Where(r => r.Date("invoice_date_due") is not null && r.Text("payment_state") is "paid" or "in_payment")
                .Select(r => (Row: r, Partner: r.Link("commercial_partner_id") ?? r.Link("partner_id")))
                .Where(r => r.Partner is not null)
                .Select(r => new PaidInvoice(
                    r.Row.Id, r.Row.Text("name") ?? string.Empty, r.Partner!.Value.Id, r.Partner.Value.Name, r.Row.Number("amount_total"), r.Row.Link("currency_id")?.Name ?? "EUR", r.Row.Date("invoice_date_due")!.Value, last[r.Row.Id]) { Invoiced = r.Row.Date("invoice_date") })
                .OrderBy(p => p.Paid).ThenBy(p => p.Id)],
            page.IsCut);
    }
}
