using System.Globalization;
using Copilot.Sandbox.Demo.Customers;
using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Sales;
using Copilot.Sandbox.Demo.Trouble;

namespace Copilot.Sandbox.Demo.Accounting;

/// <summary>Invoices every delivery, lets customers pay as they use to, and writes it all.</summary>
internal sealed class CustomerInvoices(Workbench bench, MasterRecords masters, PriceLists prices)
{
    private const int CreditNotes = 64;
    private readonly Random dice = bench.Dice("invoices");
    private readonly BusinessCalendar calendar = bench.Calendar;
    private readonly LedgerRecords ledger = new(bench, masters);

    /// <summary>Plans the invoices, numbered by date, and tells orders and lines what was invoiced.</summary>
    public List<CustomerInvoice> Plan(IEnumerable<SaleOrder> orders)
    {
        var planned = new List<CustomerInvoice>();
        foreach (var order in orders.Where(o => o.State == "sale"))
        {
            foreach (var delivery in order.Deliveries.Where(d => d.Done is not null))
            {
                var date = DateOnly.FromDateTime(delivery.Done!.Value);
                if (date < calendar.LastWorked || dice.Chance(0.5))
                {
                    planned.Add(Plan(order, delivery, date));
                }
            }
        }

        var invoices = planned.OrderBy(i => i.Date).ThenBy(i => i.Order.Id).ToList();
        foreach (var invoice in invoices)
        {
            invoice.Id = bench.Reserve("account.move");
            invoice.Name = bench.Number(string.Create(CultureInfo.InvariantCulture, $"INV/{invoice.Date.Year}/"));
            invoice.Order.InvoiceIds.Add(invoice.Id);
        }

        return invoices;
    }

    public void Write(List<CustomerInvoice> invoices)
    {
        foreach (var invoice in invoices)
        {
            var order = invoice.Order;
            ledger.Write(new LedgerEntry
            {
                Id = invoice.Id,
                Name = invoice.Name,
                MoveType = "out_invoice",
                PartnerId = order.Customer.PartnerId,
                CompanyId = order.Customer.CompanyId,
                Date = invoice.Date,
                Due = invoice.Due,
                Origin = order.Name,
                Reference = order.Reference,
                TermDays = order.Customer.TermDays,
                UserId = order.Customer.UserId,
                ShippingId = order.Customer.DeliveryId,
                OpenShare = invoice.OpenShare,
                Note = order.Reference == DemoCast.DisputedOrder ? "Disputed by the customer: four of 40 pairs not received, proof of delivery requested." : null,
                Lines = [.. invoice.Lines.Select(l => new LedgerLine(l.Line.Product, l.Quantity, l.Price, l.Line.Discount) { SaleLineId = l.Line.Id })],
            });
        }

        WriteCreditNotes(invoices);
    }

    private CustomerInvoice Plan(SaleOrder order, Delivery delivery, DateOnly date)
    {
        var (open, paidOn) = Payment(order, date);
        var invoice = new CustomerInvoice { Order = order, Date = date, OpenShare = open, PaidOn = paidOn };
        foreach (var move in delivery.Moves)
        {
            var line = move.Line;
            var price = order.Reference == DemoCast.InvoicePriceOrder && line == order.Lines[0] ? prices.ListAt(line.Product, date) + 1.30m : line.Price;
            var quantity = order.Reference == DemoCast.InvoiceQuantityOrder ? move.Demand + 12 : move.Demand;
            invoice.Lines.Add((line, quantity, price));
            line.Invoiced += quantity;
        }

        return invoice;
    }

    /// <summary>The share still open, and when the rest was paid: a part payment came on the last day worked.</summary>
    private (decimal OpenShare, DateOnly? PaidOn) Payment(SaleOrder order, DateOnly date)
    {
        if (TroubleTable.NeverPaid.Contains(order.Reference))
        {
            return (1, null);
        }

        var paid = date.AddDays(order.Customer.TermDays + order.Customer.PaysAfter + dice.Next(-4, 9));
        return paid < calendar.Today ? (0, paid > date ? paid : date) : dice.Chance(0.04) ? (0.5m, calendar.LastWorked) : (1, null);
    }

    /// <summary>Goodwill for part of a paid invoice; the newest few are still to be settled. They leave the orders' invoiced quantities alone.</summary>
    private void WriteCreditNotes(List<CustomerInvoice> invoices)
    {
        var paid = invoices.Where(i => i.OpenShare == 0).ToList();
        var notes = new List<(CustomerInvoice Of, DateOnly Date)>();
        for (var i = 0; i < CreditNotes; i++)
        {
            var of = dice.Pick(paid);
            var date = BusinessCalendar.Shift(of.Date, 6 + dice.Next(12));
            notes.Add((of, date < calendar.Today ? date : calendar.LastWorked));
        }

        foreach (var (of, date) in notes.OrderBy(n => n.Date))
        {
            var (line, quantity, price) = of.Lines[0];
            ledger.Write(new LedgerEntry
            {
                Id = bench.Reserve("account.move"),
                Name = bench.Number(string.Create(CultureInfo.InvariantCulture, $"RINV/{date.Year}/")),
                MoveType = "out_refund",
                PartnerId = of.Order.Customer.PartnerId,
                CompanyId = of.Order.Customer.CompanyId,
                Date = date,
                Due = date,
                Origin = of.Order.Name,
                Reference = $"Credit for {of.Name}: {dice.Pick(Reasons)}",
                UserId = of.Order.Customer.UserId,
                ShippingId = of.Order.Customer.DeliveryId,
                OpenShare = date > calendar.Business(-8) ? 1 : 0,
                Reverses = of.Id,
                Lines = [new LedgerLine(line.Product, Math.Max(1, quantity / 5), price, line.Discount)],
            });
        }
    }

    private static readonly string[] Reasons = ["damaged on arrival", "price correction", "short delivery", "wrong size sent", "late delivery penalty"];
}
