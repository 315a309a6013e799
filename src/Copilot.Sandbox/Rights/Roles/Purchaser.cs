using static Copilot.Sandbox.Rights.Operations;
using static Copilot.Sandbox.Rights.Roles.Everybody;

namespace Copilot.Sandbox.Rights.Roles;

/// <summary>Buys: purchase orders, vendor prices, cost, reordering; demand and vendor bills to read; no customer invoices, no margin.</summary>
internal static class Purchaser
{
    public static void Define(AccessBook book)
    {
        book.Allow(GroupNames.Purchase, Everything, "purchase.order", "purchase.order.line", "product.supplierinfo", "stock.warehouse.orderpoint")
            .Allow(GroupNames.Purchase, Change, "res.partner", "product.product", "product.template")
            .Allow(GroupNames.Purchase, Read, SalesDesk.Catalogue)
            .Allow(GroupNames.Purchase, Read, SalesDesk.Stock)
            .Allow(GroupNames.Purchase, Read, "sale.order", "sale.order.line", "account.move", "account.move.line");
        Bills(book, "account.move", "move_type");
        Bills(book, "account.move.line", "move_id.move_type");
    }

    private static void Bills(AccessBook book, string model, string path)
        => book.Restrict(new RecordRule(model, GroupNames.Purchase,
            _ => [Leaf(path, "in", new List<object?> { "in_invoice", "in_refund", "in_receipt" })]));
}
