using System.Globalization;
using Copilot.Sandbox.Demo.Masters;

namespace Copilot.Sandbox.Demo.Accounting;

/// <summary>Writes what customers paid, one payment an invoice, into the bank journal of their company.</summary>
internal static class PaymentRecords
{
    public static void Write(Workbench bench, IReadOnlyList<CustomerInvoice> invoices)
    {
        var banks = Enumerable.Range(1, 2).ToDictionary(c => c, c => bench.Add("account.journal", new(8)
        {
            ["name"] = "Bank", ["code"] = "BNK1", ["type"] = "bank", ["company_id"] = c, ["sequence"] = 20, ["active"] = true,
        }));
        foreach (var invoice in invoices.Where(i => i.PaidOn is not null).OrderBy(i => i.PaidOn).ThenBy(i => i.Id))
        {
            var customer = invoice.Order.Customer;
            var day = invoice.PaidOn!.Value;
            var total = invoice.Lines.Select(l => new LedgerLine(l.Line.Product, l.Quantity, l.Price, l.Line.Discount)).Sum(l => l.Subtotal + l.Tax);
            bench.Add("account.payment", new(18)
            {
                ["name"] = bench.Number(string.Create(CultureInfo.InvariantCulture, $"PBNK{customer.CompanyId}/{day.Year}/")),
                ["date"] = day,
                ["payment_type"] = "inbound",
                ["partner_type"] = "customer",
                ["state"] = "paid",
                ["partner_id"] = customer.PartnerId,
                ["amount"] = (double)(total - Math.Round(total * invoice.OpenShare, 2)),
                ["currency_id"] = 1,
                ["journal_id"] = banks[customer.CompanyId],
                ["company_id"] = customer.CompanyId,
                ["memo"] = invoice.Name,
                ["reconciled_invoice_ids"] = new[] { invoice.Id },
                ["is_reconciled"] = true,
                ["is_matched"] = true,
                ["create_date"] = BusinessCalendar.At(day, 9),
                ["write_date"] = BusinessCalendar.At(day, 9),
            });
        }
    }
}
