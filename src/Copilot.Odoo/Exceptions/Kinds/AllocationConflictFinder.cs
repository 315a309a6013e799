using Copilot.Odoo.Answers;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Exceptions.Kinds;

/// <summary>Deliveries that are short of goods which are reserved, in the same warehouse, for an order promised later.</summary>
internal sealed class AllocationConflictFinder : IExceptionFinder
{
    public string Kind => Taxonomy.AllocationConflict;

    public async Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
    {
        var book = await reads.BookAsync();
        return
        [
            .. book.Covers.Values.GroupBy(c => (c.Demand.ProductId, c.Demand.WarehouseId)).AsParallel().AsOrdered().WithCancellation(cancellationToken)
                .Where(g => g.Any(c => c.Missing > 0) && g.Any(c => c.Demand.Reserved > 0))
                .SelectMany(g => Cases(book, g, reads.Days.Today)),
        ];
    }

    private static IEnumerable<FoundCase> Cases(ScanBook book, IEnumerable<Cover> covers, DateOnly today)
    {
        var claims = covers.Select(c => (Cover: c, Order: book.OrderOf(c.Demand.TransferId))).Where(c => c.Order is { IsOpen: true, Promised: not null }).ToList();

        // Who leaves last of those with a reservation gives to all who want: if that one leaves no later than somebody, nobody does.
        var holder = claims.Where(c => c.Cover.Demand.Reserved > 0).OrderByDescending(c => c.Order!.Promised).ThenBy(c => c.Order!.Id).FirstOrDefault();
        return holder.Order is null ? []
            : claims.Where(c => c.Cover.Missing > 0).GroupBy(c => c.Order!.Id).Select(g => g.First()).Where(w => holder.Order.Promised > w.Order!.Promised).Select(w => Case(book, w, holder, today));
    }

    private static FoundCase Case(ScanBook book, (Cover Cover, OrderPicture? Order) wanting, (Cover Cover, OrderPicture? Order) holder, DateOnly today)
    {
        var (early, late) = (wanting.Order!, holder.Order!);
        var line = early.Lines.FirstOrDefault(l => l.ProductId == wanting.Cover.Demand.ProductId) ?? late.Lines.FirstOrDefault(l => l.ProductId == wanting.Cover.Demand.ProductId);
        var (product, unit) = (line?.Product ?? "a product", line?.Unit ?? string.Empty);
        var goods = new CaseRecord("product.product", wanting.Cover.Demand.ProductId, product);
        return new FoundCase
        {
            Kind = Taxonomy.AllocationConflict,
            Key = FormattableString.Invariant($"{goods.Id}:{early.Id}"),
            Title = $"Allocation conflict: {product} for {early.Name}",
            Summary = $"{early.Name} for {Phrase.Clean(early.Customer, 80)} (promised {Phrase.Day(early.Promised!.Value)}) lacks {Phrase.Quantity(wanting.Cover.Missing, unit)} of {product}, while "
                + $"{Phrase.Quantity(holder.Cover.Demand.Reserved, unit)} are reserved for {late.Name} (promised {Phrase.Day(late.Promised!.Value)}).",
            Cause = "The stock was reserved for the order that leaves later.",
            Subjects = [ScanBook.RecordOf(early), ScanBook.RecordOf(late), goods, book.SiteOf(wanting.Cover.Demand.WarehouseId)],
            Stakes = [ScanBook.StakeOf(early)],
            Recoverable = early.Promised >= today,
            Confidence = 0.9,
            Actions = [CaseActions.Reallocate(late.Name, early.Name)],
            About = [goods],
        };
    }
}
