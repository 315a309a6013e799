using static Copilot.Sandbox.Rights.Operations;

namespace Copilot.Sandbox.Rights.Roles;

/// <summary>Runs the warehouse: everything of stock, sales and purchase orders to read; no cost, no accounting, no leads.</summary>
internal static class WarehouseSupervisor
{
    public static void Define(AccessBook book)
        => book.Allow(GroupNames.Inventory, Everything, SalesDesk.Stock)
            .Allow(GroupNames.Inventory, Everything, "stock.warehouse.orderpoint")
            .Allow(GroupNames.Inventory, Read, SalesDesk.Catalogue)
            .Allow(GroupNames.Inventory, Read, "sale.order", "sale.order.line", "purchase.order", "purchase.order.line", "res.partner");
}
