using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Sales;
using Copilot.Odoo.Warehouse;

namespace Copilot.Odoo.Exceptions.Kinds;

/// <summary>Open orders and transfers on which somebody noted a missing document, and ready transfers whose reserved goods lack the lot they must name.</summary>
internal sealed class MissingDocumentFinder : IExceptionFinder
{
    public string Kind => Taxonomy.MissingDocument;

    public async Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
    {
        var book = await reads.BookAsync();
        var today = reads.Days.Today;
        var noted = NotedTrouble.Of(book, TroubleKind.MissingDocument).Select(n => Case(n.Order, n.Record, n.Key, "Missing document", "lacks a document", $"Noted on it: {Phrase.Clean(n.Words, 160)}.", n.ToDo("bring the missing document"), today));
        var bare = await reads.OptionalAsync(
            "stock.move.line",
            OdooDomain.Where("picking_id.state", "=", "assigned").And("picking_id.picking_type_id.code", "=", "outgoing").And("product_id.tracking", "!=", "none").And("lot_id", "=", null),
            ["picking_id", "product_id", "lot_name"]);
        var lots = bare.Where(r => r.Text("lot_name") is null && r.Link("picking_id") is not null)
            .GroupBy(r => r.Link("picking_id")!.Value.Id)
            .Select(g => (Order: book.OrderOf(g.Key), Record: new CaseRecord("stock.picking", g.Key, g.First().Link("picking_id")!.Value.Name), Goods: Phrase.List(g.Select(r => ProductLabel.Short(r.Link("product_id")?.Name)).Distinct().Take(5))))
            .Where(l => l.Order is { IsOpen: true })
            .Select(l => Case(
                l.Order!, l.Record, $"lot:{l.Record.Id}", "Missing lot", "lacks lots", $"Reserved goods must name their lot and do not: {l.Goods}.", CaseActions.ToDo("transfer", l.Record.Name, $"Please choose the lots of {l.Goods}"), today));
        return [.. noted, .. lots];
    }

    private static FoundCase Case(OrderPicture order, CaseRecord record, string key, string title, string what, string cause, CaseAction action, DateOnly today) => new()
    {
        Kind = Taxonomy.MissingDocument,
        Key = key,
        Title = $"{title}: {record.Name}",
        Summary = $"{record.Name} {what}{(order.Promised is { } p ? $" and was promised for {Phrase.Day(p)}" : string.Empty)}.",
        Cause = cause,
        Subjects = [record],
        Details = record.Model == "sale.order" ? [] : [new CaseDetail($"It belongs to {order.Name} for {Phrase.Clean(order.Customer, 80)}.", ScanBook.RecordOf(order))],
        Stakes = [ScanBook.StakeOf(order)],
        Recoverable = order.Promised is { } day ? day >= today : null,
        Actions = [action],
    };
}
