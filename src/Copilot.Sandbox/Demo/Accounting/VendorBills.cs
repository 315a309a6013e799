using System.Globalization;
using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Purchasing;

namespace Copilot.Sandbox.Demo.Accounting;

/// <summary>
/// Bills what was received, a few days later. Of the recent bills four ask more than ordered, one counts more than was received, one forgets the tax,
/// and one comes a second time, typed in by hand without its order.
/// </summary>
internal sealed class VendorBills(Workbench bench, MasterRecords masters)
{
    private const int Overpriced = 4;
    private const int TooMany = 5;
    private const int Untaxed = 7;
    private const int Doubled = 10;
    private const int Surplus = 6;
    private readonly Random dice = bench.Dice("bills");
    private readonly LedgerRecords ledger = new(bench, masters);
    private readonly List<(PurchaseOrder Order, DateOnly Date, int Id, string Name)> bills = [];

    /// <summary>Numbers the bills by date and tells the orders what was billed; after the customers' invoices, whose ids come first.</summary>
    public void Plan(IEnumerable<PurchaseOrder> orders)
    {
        var dated = orders.Where(o => o.Received is not null)
            .Select(o => (Order: o, Date: BusinessCalendar.Shift(DateOnly.FromDateTime(o.Received!.Value), 1 + dice.Next(4))))
            .Where(b => b.Date < bench.Calendar.Today)
            .OrderBy(b => b.Date).ThenBy(b => b.Order.Id).ToList();
        foreach (var (order, date) in dated)
        {
            var id = bench.Reserve("account.move");
            bills.Add((order, date, id, bench.Number(string.Create(CultureInfo.InvariantCulture, $"BILL/{date.Year}/"))));
            order.BillIds.Add(id);
            order.Lines.ForEach(l => l.Billed = l.Received);
        }

        if (FromTheEnd(TooMany) is { } generous)
        {
            generous.Order.Lines.First(l => l.Received > 0).Billed += Surplus;
        }
    }

    public void Write()
    {
        var overpriced = Enumerable.Range(1, Overpriced).Select(i => bills.Count - (i * 3)).ToHashSet();
        for (var i = 0; i < bills.Count; i++)
        {
            var (order, date, id, name) = bills[i];
            var due = date.AddDays(30);
            ledger.Write(new LedgerEntry
            {
                Id = id,
                Name = name,
                MoveType = "in_invoice",
                PartnerId = order.Supplier.PartnerId,
                CompanyId = order.Warehouse.CompanyId,
                Date = date,
                Due = due,
                Origin = order.Name,
                Reference = Reference(order, date, id),
                TermDays = 30,
                OpenShare = due.AddDays(-dice.Next(3)) < bench.Calendar.Today ? 0 : 1,
                Lines = [.. order.Lines.Where(l => l.Received > 0).Select(l => new LedgerLine(
                    l.Product, l.Billed, overpriced.Contains(i) ? Math.Round(l.Price * 1.07m, 2) : l.Price, 0) { PurchaseLineId = l.Id, TaxFree = i == bills.Count - Untaxed })],
            });
        }

        WriteAgain();
    }

    private static string Reference(PurchaseOrder order, DateOnly date, int id)
        => string.Create(CultureInfo.InvariantCulture, $"{order.Supplier.Name[..2].ToUpperInvariant()}-{date.Year}-{1000 + (id % 9000)}");

    /// <summary>The same bill typed in again two business days later, after all others so that their numbers stay.</summary>
    private void WriteAgain()
    {
        if (FromTheEnd(Doubled) is not { } first)
        {
            return;
        }

        var (order, date, id, _) = first;
        var again = BusinessCalendar.Shift(date, 2) is var day && day < bench.Calendar.Today ? day : bench.Calendar.LastWorked;
        ledger.Write(new LedgerEntry
        {
            Id = bench.Reserve("account.move"),
            Name = bench.Number(string.Create(CultureInfo.InvariantCulture, $"BILL/{again.Year}/")),
            MoveType = "in_invoice",
            PartnerId = order.Supplier.PartnerId,
            CompanyId = order.Warehouse.CompanyId,
            Date = again,
            Due = again.AddDays(30),
            Origin = null,
            Reference = Reference(order, date, id),
            TermDays = 30,
            OpenShare = 1,
            Lines = [.. order.Lines.Where(l => l.Received > 0).Select(l => new LedgerLine(l.Product, l.Received, l.Price, 0))],
        });
    }

    private (PurchaseOrder Order, DateOnly Date, int Id, string Name)? FromTheEnd(int index) => bills.Count > index ? bills[^index] : null;
}
