using Copilot.Sandbox.Rights;

namespace Copilot.Sandbox.Store;

/// <summary>Records that every Odoo has from its installation; those that the generator wrote itself stay as they are.</summary>
internal static class SystemRecords
{
    private static readonly string[] Groups =
    [
        GroupNames.Everybody, GroupNames.SalesOwn, GroupNames.SalesAll, GroupNames.Inventory, GroupNames.Helpdesk, GroupNames.Purchase,
        GroupNames.Accounting, GroupNames.Operations, GroupNames.Audit, GroupNames.Settings,
    ];

    public static void Add(Database database, RecordSink sink)
    {
        var groups = database["res.groups"];
        var known = groups.Rows().Select(g => g.Cells[groups.Model["full_name"].Cell] as string ?? g.Cells[groups.Model["name"].Cell] as string).ToHashSet();
        foreach (var name in Groups.Where(g => !known.Contains(g)))
        {
            sink.Add("res.groups", new() { ["name"] = name });
        }

        if (database["mail.message.subtype"].Count == 0)
        {
            sink.Add("mail.message.subtype", new() { ["name"] = "Discussions", ["default"] = true });
            sink.Add("mail.message.subtype", new() { ["name"] = "Note", ["internal"] = true });
        }

        if (database["res.users"].Find(1) is null)
        {
            sink.Add("res.users", new() { ["id"] = 1, ["login"] = "__system__", ["name"] = "OdooBot", ["active"] = false });
        }

        foreach (var model in database.Catalog.Models.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            sink.Add("ir.model", new() { ["name"] = model.Title, ["model"] = model.Name, ["state"] = "base" });
        }

        if (database["ir.config_parameter"].Count == 0)
        {
            sink.Add("ir.config_parameter", new() { ["key"] = "database.uuid", ["value"] = "6f2f8a1e-0d6b-4a52-9a55-3f5f7c1d0b19" });
            sink.Add("ir.config_parameter", new() { ["key"] = "web.base.url", ["value"] = "http://localhost:5069" });
        }
    }
}
