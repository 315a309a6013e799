using Copilot.Odoo.Answers;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;

namespace Copilot.Odoo.Exceptions.Kinds;

/// <summary>Confirmed purchase orders with open lines whose planned day is over, and the customer orders that draw on them.</summary>
internal sealed class LateReceiptFinder : IExceptionFinder
{
    public string Kind => Taxonomy.LateReceipt;

    public async Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
    {
        var today = reads.Days.Today;
        return [.. (await reads.BoughtAsync()).Where(l => l.IsConfirmed && l.Planned < today && l.Order.Id > 0).GroupBy(l => l.Order.Id).Select(g => Case([.. g.OrderBy(l => l.Planned).ThenBy(l => l.Row.Id)], today))];
    }

    private static FoundCase Case(IReadOnlyList<BoughtLine> lines, DateOnly today)
    {
        var (first, order) = (lines[0], lines[0].Order);
        var record = new CaseRecord("purchase.order", order.Id, order.Name);
        var supplier = first.Supplier is { } s ? new CaseRecord("res.partner", s.Id, Phrase.Clean(s.Name, 80)) : null;
        var waiting = lines.SelectMany(l => l.Waiting.Select(w => (Line: l, w.Order, w.Quantity))).ToList();
        var orders = waiting.Select(w => w.Order).DistinctBy(o => o.Id).OrderBy(o => o.Promised ?? DateOnly.MaxValue).ThenBy(o => o.Id).ToList();
        return new FoundCase
        {
            Kind = Taxonomy.LateReceipt,
            Key = FormattableString.Invariant($"{order.Id}"),
            Title = $"Late receipt: {order.Name}{(supplier is null ? string.Empty : $" from {supplier.Name}")}",
            Summary = $"{order.Name}{(supplier is null ? string.Empty : $" from {supplier.Name}")} is {Phrase.Days(today.DayNumber - first.Planned.DayNumber)} late (planned {Phrase.Day(first.Planned)}): "
                + $"{Phrase.List(lines.Take(3).Select(l => $"{Phrase.Quantity(l.Open, l.Unit)} of {l.Product}"))}{(lines.Count > 3 ? $" and {lines.Count - 3} more lines" : string.Empty)} are still to come.",
            Cause = "The planned day is over and the goods are not booked in.",
            Subjects = [record],
            Details = [.. waiting.OrderBy(w => w.Order.Promised ?? DateOnly.MaxValue).ThenBy(w => w.Order.Id).Select(w => new CaseDetail(
                $"{w.Order.Name} for {Phrase.Clean(w.Order.Customer, 80)} waits for {Phrase.Quantity(w.Quantity, w.Line.Unit)} of {w.Line.Product}{(w.Order.Promised is { } p ? $", promised {Phrase.Day(p)}" : string.Empty)}.", ScanBook.RecordOf(w.Order)))],
            Stakes = orders.Count > 0 ? [.. orders.Select(ScanBook.StakeOf)] : [new Stake(record, lines.Sum(l => l.OpenValue), first.Currency)],
            Recoverable = orders.Count == 0 ? null : orders.All(o => o.Promised >= today),
            Actions = [CaseActions.Expedite(order.Name)],
            About = [.. supplier is null ? [] : new[] { supplier }, .. lines.Where(l => l.ProductLink is not null).Select(l => new CaseRecord("product.product", l.ProductLink!.Value.Id, l.Product)).Distinct()],
        };
    }
}
