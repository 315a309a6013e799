using Copilot.Sandbox.Schema;
using static Copilot.Sandbox.Rights.Operations;

namespace Copilot.Sandbox.Rights.Roles;

/// <summary>Sets the system up: everything, on every model.</summary>
internal static class Administrator
{
    public static void Define(AccessBook book)
    {
        foreach (var model in ModelCatalog.Create().Models)
        {
            book.Allow(GroupNames.Settings, Everything, model.Name);
        }

        foreach (var model in new[] { "sale.order", "sale.order.line", "crm.lead", "res.partner", "helpdesk.ticket", "account.move", "account.move.line" })
        {
            book.Restrict(new RecordRule(model, GroupNames.Settings, _ => []));
        }
    }
}
