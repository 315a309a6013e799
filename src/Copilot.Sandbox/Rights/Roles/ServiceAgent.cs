using static Copilot.Sandbox.Rights.Operations;

namespace Copilot.Sandbox.Rights.Roles;

/// <summary>Works the helpdesk: tickets, and orders, transfers and stock to read; no accounting, no purchasing, no margin.</summary>
internal static class ServiceAgent
{
    public static void Define(AccessBook book)
        => book.Allow(GroupNames.Helpdesk, Everything, "helpdesk.ticket")
            .Allow(GroupNames.Helpdesk, Read, "helpdesk.stage", "helpdesk.team", "sale.order", "sale.order.line", "res.partner")
            .Allow(GroupNames.Helpdesk, Read, SalesDesk.Catalogue)
            .Allow(GroupNames.Helpdesk, Read, SalesDesk.Stock);
}
