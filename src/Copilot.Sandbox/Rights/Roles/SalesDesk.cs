using static Copilot.Sandbox.Rights.Operations;

namespace Copilot.Sandbox.Rights.Roles;

/// <summary>All documents of sales: for a sales manager or an inside sales desk.</summary>
internal static class SalesDesk
{
    /// <summary>Products and their prices.</summary>
    public static readonly string[] Catalogue =
        ["product.product", "product.template", "product.category", "product.pricelist", "product.pricelist.item"];

    /// <summary>Stock and its movements.</summary>
    public static readonly string[] Stock =
    [
        "stock.quant", "stock.lot", "stock.location", "stock.warehouse", "stock.picking.type", "stock.picking", "stock.picking.batch", "stock.move", "stock.move.line",
    ];

    public static void Define(AccessBook book)
    {
        book.Allow(GroupNames.SalesAll, Everything, "sale.order", "sale.order.line", "crm.lead")
            .Allow(GroupNames.SalesAll, Change, "res.partner", "product.pricelist", "product.pricelist.item")
            .Allow(GroupNames.SalesAll, Read, Catalogue)
            .Allow(GroupNames.SalesAll, Read, Stock)
            .Allow(GroupNames.SalesAll, Read, "helpdesk.ticket", "helpdesk.stage", "helpdesk.team", "crm.stage", "crm.lost.reason");
        foreach (var model in new[] { "sale.order", "sale.order.line", "crm.lead", "res.partner", "helpdesk.ticket" })
        {
            book.Restrict(new RecordRule(model, GroupNames.SalesAll, _ => []));
        }
    }
}
