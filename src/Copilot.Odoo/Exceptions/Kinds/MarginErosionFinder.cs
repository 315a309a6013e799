using Copilot.Odoo.Answers;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Exceptions.Kinds;

/// <summary>Open orders that earn less than a tenth of their net amount, or at least ten points less than the same customer's orders of the last ninety days.</summary>
internal sealed class MarginErosionFinder(SalesReader sales) : IExceptionFinder
{
    private const decimal Floor = 0.10m;
    private const decimal Drop = 0.10m;
    private const decimal TellingRevenue = 1000;
    private const int BaselineDays = 90;

    public string Kind => Taxonomy.MarginErosion;

    public async Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
    {
        var book = await reads.BookAsync();
        var today = reads.Days.Today;
        var usual = (await sales.ReadAsync(reads.Context, SalesReader.Confirmed(new Period(today.AddDays(-BaselineDays), today), reads.Days), "order_partner_id", cancellationToken))
            .Where(s => s is { Margin: not null, Revenue: >= TellingRevenue })
            .GroupBy(s => s.Id).ToDictionary(g => g.Key, g => g.Sum(s => s.Margin!.Value) / g.Sum(s => s.Revenue));
        return [.. book.Orders.Where(o => o.IsOpen).Select(o => Case(book, o, usual, today)).OfType<FoundCase>()];
    }

    private static FoundCase? Case(ScanBook book, OrderPicture order, Dictionary<int, decimal> usual, DateOnly today)
    {
        var lines = book.LinesOf(order).Where(l => l.Has("margin") && l.Number("price_subtotal") > 0).ToList();
        var net = lines.Sum(l => l.Number("price_subtotal"));
        if (net <= 0)
        {
            return null;
        }

        var margin = lines.Sum(l => l.Number("margin"));
        var share = margin / net;
        var before = usual.TryGetValue(order.CustomerId, out var known) ? known : (decimal?)null;
        if (share >= Floor && !(before - share >= Drop))
        {
            return null;
        }

        var worst = lines.OrderBy(l => l.Number("margin") / l.Number("price_subtotal")).First();
        return new FoundCase
        {
            Kind = Taxonomy.MarginErosion,
            Key = FormattableString.Invariant($"{order.Id}"),
            Title = $"Margin erosion: {order.Name} for {Phrase.Clean(order.Customer, 80)}",
            Summary = $"{order.Name} for {Phrase.Clean(order.Customer, 80)} earns {Phrase.Percent(Math.Round(share * 100, 1))} of {Phrase.Money(net, order.Currency)} net"
                + (before is { } b ? $"; the customer's orders of the last {BaselineDays} days earned {Phrase.Percent(Math.Round(b * 100, 1))}." : "."),
            Cause = $"The thinnest line is {Inventory.ProductLabel.Short(worst.Link("product_id")?.Name)} with {Phrase.Percent(Math.Round(worst.Number("margin") / worst.Number("price_subtotal") * 100, 1))}"
                + (worst.Number("discount") > 0 ? $" after a discount of {Phrase.Percent(worst.Number("discount"))}." : "."),
            Subjects = [ScanBook.RecordOf(order)],
            Stakes = [ScanBook.StakeOf(order)],
            Margin = Math.Round(Math.Max(0, (Math.Max(before ?? Floor, Floor) - share) * net), 2),
            MarginCurrency = order.Currency,
            Recoverable = order.Promised is { } p ? p >= today : null,
            Confidence = share < Floor ? 0.95 : worst.Number("discount") > 0 ? 0.9 : 0.6,
            Actions = [CaseActions.ToDo("order", order.Name, "Check the prices of this order before it ships: it earns much less than usual")],
        };
    }
}
