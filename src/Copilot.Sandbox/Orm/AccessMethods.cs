using Copilot.Sandbox.Rights;

namespace Copilot.Sandbox.Orm;

/// <summary>Questions about rights, users and the records' own history.</summary>
internal static class AccessMethods
{
    private static readonly string[] History = ["create_uid", "create_date", "write_uid", "write_date"];

    public static IReadOnlyList<Method> All { get; } =
    [
        Method.Asking("check_access_rights", "operation, raise_exception=", CheckAccessRights),
        Method.Reading("has_access", "operation", HasAccess),
        Method.Reading("check_access", "operation", CheckAccess),
        Method.Reading("check_access_rule", "operation", CheckAccess),
        Method.Reading("get_metadata", "", Metadata),
        new("context_get", "res.users", OnRecords: false, Changes: false, new("res.users.context_get", ""), ContextGet),
        Method.Reading("has_group", "group_ext_id", call => HasGroup(call), "res.users"),
    ];

    private static object CheckAccessRights(Call call)
    {
        var operation = call.Text("operation") ?? "read";
        if (call.Flag("raise_exception", true))
        {
            call.Session.Rights.CheckModel(call.Session, call.Model, operation);
        }

        return call.Session.Rights.MayUse(call.Session, call.Model, operation);
    }

    private static object HasAccess(Call call)
    {
        var operation = call.Text("operation") ?? "read";
        if (!call.Session.Rights.MayUse(call.Session, call.Model, operation))
        {
            return false;
        }

        var rules = call.Session.Rights.Rules(call.Session, call.Model, operation);
        return rules is null || call.Ids.All(id => call.Session.Database[call.Model].Find(id) is { } row && rules.Matches(row));
    }

    private static object? CheckAccess(Call call)
    {
        var operation = call.Text("operation") ?? "read";
        call.Session.Rights.CheckModel(call.Session, call.Model, operation);
        call.Session.Rights.CheckRecords(call.Session, call.Model, call.Rows(), operation);
        return null;
    }

    private static List<object?> Metadata(Call call)
    {
        call.Session.Rights.CheckModel(call.Session, call.Model, "read");
        var rows = call.Rows();
        call.Session.Rights.CheckRecords(call.Session, call.Model, rows, "read");
        var fields = History.Select(f => call.Model[f]).ToList();
        var read = new RowFormat(call.Session, withNames: true).Rows(call.Model, rows, fields);
        foreach (var members in read.Cast<Dictionary<string, object?>>())
        {
            members["xmlid"] = false;
            members["noupdate"] = false;
            members["xmlids"] = new List<object?>();
        }

        return read;
    }

    private static Dictionary<string, object?> ContextGet(Call call)
    {
        var user = call.Session.User;
        return new()
        {
            ["lang"] = user?.Text("lang") ?? "en_US",
            ["tz"] = (object?)user?.Text("tz") ?? false,
            ["uid"] = call.Session.UserId,
        };
    }

    private static object HasGroup(Call call)
        => GroupNames.ExternalIds.TryGetValue(call.Text("group_ext_id") ?? "", out var group)
            && (call.Ids.Count == 0 || call.Ids[0] == call.Session.UserId
                ? call.Session.Rights.IsIn(group)
                : call.Session.Find("res.users", call.Ids[0])?.Many("group_ids").Any(g => g.Name == group) ?? false);
}
