using Copilot.Contracts;
using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Purchasing;

/// <summary>Receipts and supplier histories as evidence.</summary>
internal static class ReceiptEvidence
{
    /// <summary>The receipt itself.</summary>
    public static string Add(this AnswerSheet sheet, Receipt receipt)
        => sheet.Record(
            "stock.picking",
            receipt.Id,
            $"Receipt {receipt.Name} — {receipt.Supplier}",
            $"Receipt {receipt.Label} from {receipt.Supplier}, agreed for {Phrase.Day(receipt.Agreed)}, expected {Phrase.Day(receipt.Expected)}",
            receipt.Row,
            [
                FactOf.Code("Receipt", receipt.Name),
                FactOf.Code("Purchase order", receipt.Order ?? receipt.Name),
                FactOf.Text("Supplier", receipt.Supplier),
                FactOf.Date("Agreed", receipt.Agreed),
                FactOf.Date("Expected", receipt.Expected),
            ]);

    /// <summary>A customer order that waits for goods on their way.</summary>
    public static string Add(this AnswerSheet sheet, WaitingOrder order)
        => sheet.Record(
            order.Transfer is null ? "sale.order" : "stock.picking",
            order.Transfer ?? order.Id,
            $"Sales order {order.Name} — {order.Customer}",
            $"{order.Name} for {order.Customer}" + (order.Promised is { } p ? $", promised {Phrase.Day(p)}" : string.Empty),
            order.Row,
            [FactOf.Code("Order", order.Name), FactOf.Text("Customer", order.Customer), .. order.Promised is { } day ? [FactOf.Date("Promised ship date", day)] : Array.Empty<Fact>()]);

    /// <summary>The share of the supplier's receipts that came later than some days after the agreed day.</summary>
    public static string AddPunctuality(this AnswerSheet sheet, SupplierHistory history, int days)
    {
        var later = history.LaterThan(days);
        return sheet.Calculate(
            $"supplier-late:{history.SupplierId}:{days}",
            $"Punctuality of {history.Supplier}",
            CalculationOperation.Share,
            [FactOf.Number("Receipts later than that", later), FactOf.Number("Receipts in the last eighteen months", history.Delays.Count)],
            FactOf.Percent("Share of late receipts", 100m * later / Math.Max(1, history.Delays.Count)),
            $"receipts that arrived more than {days} days after the agreed day, of {history.Delays.Count} from {history.Supplier} in the last eighteen months",
            [
                FactOf.Text("Supplier", history.Supplier),
                FactOf.Number("Late receipts", later),
                FactOf.Number("Receipts", history.Delays.Count),
                FactOf.Days("Days after the agreed day", days),
                FactOf.Days("Usual delay", history.UsualDelay),
            ]);
    }

    /// <summary>How the supplier usually does, in words that <see cref="AddPunctuality"/> holds.</summary>
    public static string Punctuality(this SupplierHistory history, int days)
        => days <= 0
            ? $"{history.LaterThan(days)} of {history.Supplier}'s last {Phrase.Count(history.Delays.Count, "receipt", "receipts")} came late"
            : $"{history.LaterThan(days)} of {history.Supplier}'s last {Phrase.Count(history.Delays.Count, "receipt", "receipts")} came more than {Phrase.Days(days)} late";
}
