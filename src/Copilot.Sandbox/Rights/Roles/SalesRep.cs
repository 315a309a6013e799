using static Copilot.Sandbox.Rights.Operations;
using static Copilot.Sandbox.Rights.Roles.Everybody;

namespace Copilot.Sandbox.Rights.Roles;

/// <summary>
/// A sales representative sees own orders and customers and those of nobody, the stock and transfers of the company, and the tickets of
/// own customers; nothing of accounting, purchasing or cost.
/// </summary>
internal static class SalesRep
{
    public static void Define(AccessBook book)
    {
        book.Allow(GroupNames.SalesOwn, Change, "sale.order", "sale.order.line", "res.partner", "crm.lead")
            .Allow(GroupNames.SalesOwn, Unlink, "sale.order", "sale.order.line")
            .Allow(GroupNames.SalesOwn, Read, SalesDesk.Catalogue)
            .Allow(GroupNames.SalesOwn, Read, SalesDesk.Stock)
            .Allow(GroupNames.SalesOwn, Read, "helpdesk.ticket", "helpdesk.stage", "helpdesk.team", "crm.stage", "crm.lost.reason");
        Own(book, "sale.order", "user_id");
        Own(book, "sale.order.line", "order_id.user_id");
        Own(book, "crm.lead", "user_id");
        Own(book, "res.partner", "commercial_partner_id.user_id");
        book.Restrict(new RecordRule("helpdesk.ticket", GroupNames.SalesOwn,
            session => [Leaf("partner_id.commercial_partner_id.user_id", "=", session.UserId)]));
    }

    private static void Own(AccessBook book, string model, string path)
        => book.Restrict(new RecordRule(model, GroupNames.SalesOwn,
            session => ["|", Leaf(path, "=", session.UserId), Leaf(path, "=", false)]));
}
