using Copilot.Odoo.Answers;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Sales;
using Copilot.Odoo.Warehouse;

namespace Copilot.Odoo.Exceptions.Scanning;

/// <summary>Trouble of one sort that people noted on one order or open transfer.</summary>
internal sealed record NotedTrouble(OrderPicture Order, CaseRecord Record, string Words)
{
    public string Key => FormattableString.Invariant($"{Record.Model}:{Record.Id}");

    /// <summary>Finds them, one for each record; several notes on one record are one trouble.</summary>
    public static IEnumerable<NotedTrouble> Of(ScanBook book, TroubleKind kind)
        => from order in book.Orders
           where order.IsOpen
           from notes in order.Troubles.Where(t => t.Kind == kind).GroupBy(t => (t.Model, t.RecordId))
           let transfer = notes.Key.Model == "stock.picking" ? order.Transfers.FirstOrDefault(t => t.Id == notes.Key.RecordId) : null
           where notes.Key.Model == "sale.order" || transfer is { IsOpen: true }
           select new NotedTrouble(order, transfer is null ? ScanBook.RecordOf(order) : new CaseRecord("stock.picking", transfer.Id, transfer.Name), string.Join("; ", notes.Select(n => Phrase.Clean(n.Summary, 120)).Distinct()));

    public CaseAction ToDo(string what)
        => CaseActions.ToDo(Record.Model == "sale.order" ? "order" : "transfer", Record.Name, $"Please {what}{(Order.Promised is { } day ? $"; it must leave by {Phrase.Day(day)}" : string.Empty)}");
}
