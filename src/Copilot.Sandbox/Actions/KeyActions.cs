using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Rpc;

namespace Copilot.Sandbox.Actions;

/// <summary>
/// How a person makes an API key, as Odoo 19 has it: describe it, ask for it, show who you are with the password, read it once. Only the
/// web client may ask; the external APIs are refused.
/// </summary>
internal static class KeyActions
{
    private const string Description = "res.users.apikeys.description";
    private const string Check = "res.users.identitycheck";

    /// <summary>Whether only the web client may call this.</summary>
    public static bool NeedsBrowser(string model, string method) => (model, method) is (Description, "make_key") or (Check, "run_check");

    /// <summary>The methods, over the keys of one server.</summary>
    public static IReadOnlyList<Method> Of(ApiKeys keys) =>
    [
        Method.Changing("make_key", "", MakeKey, Description),
        Method.Changing("run_check", "", call => RunCheck(call, keys), Check),
    ];

    private static Dictionary<string, object?> MakeKey(Call call)
    {
        var asked = Assert(call.Records("write"));
        var check = RecordWriter.Create(call.Session, call.Session.Catalog[Check], new Dictionary<string, object?> { ["auth_method"] = "password", ["asked_for"] = (long)asked.Id });
        return Window(Check, "Access Control", new() { ["dialog_size"] = "medium" }, check.Id);
    }

    private static Dictionary<string, object?> RunCheck(Call call, ApiKeys keys)
    {
        var check = Assert(call.Records("write"));
        var user = call.Session.AsSystem().User;
        if (user is null || call.Session.Context.Members.GetValueOrDefault("password") is not string { Length: > 0 } given || Password(user.Value) != given)
        {
            throw Fault.User("Incorrect Password, try again or click on Forgot Password to reset your password.");
        }

        var system = call.Session.AsSystem();
        if (check["asked_for"] is int asked && system.Find(Description, asked) is { } described)
        {
            RecordWriter.Unlink(system, system.Catalog[Description], [described.Row]);
        }

        return Window("res.users.apikeys.show", "API Key Ready", new() { ["default_key"] = keys.Make(user.Value.Text("login") ?? "") });
    }

    // Reads show an empty password, as a real server does; the row holds it.
    private static string? Password(Record user) => user.Row.Cells[user.Model["password"].Cell] as string;

    private static Record Assert(IReadOnlyList<Record> records) => records is [var one] ? one : throw Fault.Value($"Expected singleton: {Description}()");

    private static Dictionary<string, object?> Window(string model, string name, Dictionary<string, object?> context, int? id = null)
    {
        var window = new Dictionary<string, object?>
        {
            ["type"] = "ir.actions.act_window",
            ["res_model"] = model,
            ["name"] = name,
            ["views"] = new List<object?> { new List<object?> { false, "form" } },
            ["target"] = "new",
            ["context"] = context,
        };
        if (id is { } record)
        {
            window["res_id"] = record;
        }

        return window;
    }
}
