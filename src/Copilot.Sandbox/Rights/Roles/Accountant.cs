using static Copilot.Sandbox.Rights.Operations;

namespace Copilot.Sandbox.Rights.Roles;

/// <summary>Keeps the books: invoices, bills, payments and credit; sales orders to change, as Odoo lets who invoices; purchases, products and tickets to read.</summary>
internal static class Accountant
{
    public static readonly string[] Books =
        ["account.move", "account.move.line", "account.payment", "account.journal", "account.account", "account.tax", "account.payment.term", "account.payment.term.line"];

    public static void Define(AccessBook book)
    {
        book.Allow(GroupNames.Accounting, Everything, "account.move", "account.move.line", "account.payment")
            .Allow(GroupNames.Accounting, Change, Books)
            .Allow(GroupNames.Accounting, Change, "res.partner")
            .Allow(GroupNames.Accounting, Read, SalesDesk.Catalogue)
            .Allow(GroupNames.Accounting, Read, SalesDesk.Stock)
            .Allow(GroupNames.Accounting, Read | Write, "sale.order", "sale.order.line")
            .Allow(GroupNames.Accounting, Read,
                "purchase.order", "purchase.order.line", "helpdesk.ticket", "helpdesk.stage", "helpdesk.team");
        foreach (var model in new[] { "account.move", "account.move.line" })
        {
            book.Restrict(new RecordRule(model, GroupNames.Accounting, _ => []));
        }
    }
}
