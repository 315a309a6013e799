using Copilot.Contracts;
using Copilot.Odoo.Actions;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>Finds the customers' orders that a confirmation hits: those that wait for goods which come later, or less, than was ordered.</summary>
internal static class HitOrders
{
    /// <summary>The lines of purchase whose waiting orders are looked for; none unless the document confirms an order in another way.</summary>
    /// <param name="document">The document.</param>
    /// <param name="match">Its match.</param>
    public static IReadOnlyList<int> Lines(ExtractedDocument document, DocumentMatch match)
        => document.Type == BusinessDocumentType.OrderConfirmation && match.Differences.Any(Hits) ? [.. match.Orders.SelectMany(o => o.Lines).Where(l => l.Open > 0).Select(l => l.Id)] : [];

    /// <summary>The orders: those whose promise breaks first, then by their day.</summary>
    /// <param name="match">The match.</param>
    /// <param name="waiting">The waiting orders by purchase line.</param>
    /// <param name="prices">Whether amounts may be seen.</param>
    public static IReadOnlyList<(WaitingOrder Order, CustomerHit Hit)> Of(DocumentMatch match, ILookup<int, WaitingOrder> waiting, bool prices)
        => [.. match.Differences.Where(Hits)
            .SelectMany(d => LinesOf(d, match).SelectMany(l => waiting[l]).Select(w => (Order: w, IsBroken: d.FoundDay is { } day && w.Promised < day)))
            .GroupBy(h => h.Order.Name)
            .Select(g => (g.First().Order, Hit: Hit(g.First().Order, g.Any(h => h.IsBroken), prices)))
            .OrderByDescending(h => h.Hit.IsBroken).ThenBy(h => h.Hit.Promised).ThenBy(h => h.Hit.Order, StringComparer.Ordinal)];

    private static bool Hits(MatchDifference d)
        => d is { Passes: false, CostsUs: true } && (d.Kind is DifferenceKind.Date or DifferenceKind.Missing || (d.Kind == DifferenceKind.Quantity && d.Found < d.Expected));

    private static IEnumerable<int> LinesOf(MatchDifference d, DocumentMatch match) => d.Line is { } line ? [line.Id] : match.Orders.SelectMany(o => o.Lines).Select(l => l.Id);

    private static CustomerHit Hit(WaitingOrder order, bool broken, bool prices)
        => new(order.Id, order.Name, order.Customer, order.Promised, prices && order.Row is { } row && row.Has("amount_untaxed") ? row.Number("amount_untaxed") : null, order.Row?.CurrencyOf() ?? "EUR", broken);
}
