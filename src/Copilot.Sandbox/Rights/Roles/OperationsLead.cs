using static Copilot.Sandbox.Rights.Operations;

namespace Copilot.Sandbox.Rights.Roles;

/// <summary>Answers for the operation in both companies: everything to read, and the documents of the day to change.</summary>
internal static class OperationsLead
{
    public static void Define(AccessBook book)
    {
        book.Allow(GroupNames.Operations, Read, SalesDesk.Catalogue)
            .Allow(GroupNames.Operations, Read, Accountant.Books)
            .Allow(GroupNames.Operations, Read, "crm.stage", "crm.lost.reason", "helpdesk.stage", "helpdesk.team", "ir.sequence")
            .Allow(GroupNames.Operations, Change, SalesDesk.Stock)
            .Allow(GroupNames.Operations, Change,
                "sale.order", "sale.order.line", "purchase.order", "purchase.order.line", "product.supplierinfo", "stock.warehouse.orderpoint",
                "res.partner", "crm.lead", "helpdesk.ticket", "product.pricelist", "product.pricelist.item");
        foreach (var model in new[] { "sale.order", "sale.order.line", "crm.lead", "res.partner", "helpdesk.ticket", "account.move", "account.move.line" })
        {
            book.Restrict(new RecordRule(model, GroupNames.Operations, _ => []));
        }
    }
}
