using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Schema.Computed;

/// <summary>Computed fields of purchase orders.</summary>
internal static class PurchasingFigures
{
    public static object? Receipts(Record order)
    {
        var transfers = order.Session.Database["stock.picking"];
        var moves = order.Session.Database["stock.move"];
        var byLine = moves.References(moves.Model["purchase_line_id"])!;
        var picking = moves.Model["picking_id"].Cell;
        return transfers.References(transfers.Model["purchase_id"])!.Of(order.Id)
            .Concat((order["order_line"] as int[] ?? []).SelectMany(byLine.Of).Select(id => moves.Find(id)?.Cells[picking] as int?).OfType<int>())
            .Distinct().Order().ToArray();
    }

    public static object? Bills(Record order)
    {
        var items = order.Session.Database["account.move.line"];
        var moves = order.Session.Database["account.move"];
        var byLine = items.References(items.Model["purchase_line_id"])!;
        var link = items.Model["move_id"].Cell;
        var byOrigin = order.Text("name") is { } name ? moves.WithText(moves.Model["invoice_origin"], name) ?? [] : [];
        return (order["order_line"] as int[] ?? []).SelectMany(byLine.Of)
            .Select(item => items.Find(item)?.Cells[link] as int?).OfType<int>()
            .Concat(byOrigin.Where(id => moves.Find(id)?.Cells[moves.Model["move_type"].Cell] is "in_invoice" or "in_refund"))
            .Distinct().Order().ToArray();
    }

    public static object? ReceiptStatus(Record order)
    {
        var transfers = order.Many("picking_ids").Where(p => !p.Is("state", "cancel")).ToList();
        var done = transfers.Count(p => p.Is("state", "done"));
        return transfers.Count == 0 ? null : done == transfers.Count ? "full" : done > 0 ? "partial" : "pending";
    }
}
