using Copilot.Sandbox.Query;

namespace Copilot.Sandbox.Orm;

/// <summary>Finding and making records by name.</summary>
internal static class NameMethods
{
    public static IReadOnlyList<Method> All { get; } =
    [
        Method.Asking("name_search", "name=, domain=, operator=, limit=", NameSearch),
        new("name_create", null, OnRecords: false, Changes: true, new("BaseModel.name_create", "name"), NameCreate),
    ];

    private static List<object?> NameSearch(Call call)
    {
        var text = call.Text("name") ?? "";
        var domain = DomainParser.Parse(call["domain"]);
        Term term = text.Length == 0 ? domain : new Term.All([domain, Query.NameSearch.Domain(call.Model, call.Text("operator") ?? "ilike", text)]);
        var filter = Search.Visible(call.Session, call.Model, term, call.Session.Context.ActiveOnly);
        var limit = call.Has("limit") ? call.Limit("limit") : 100;
        var system = call.Session.AsSystem();
        return [.. Search.Page(call.Session, call.Model, filter, null, 0, limit).Select(row => (object?)new object[] { row.Id, system.Record(call.Model, row).Name })];
    }

    private static object[] NameCreate(Call call)
    {
        var row = RecordWriter.Create(call.Session, call.Model, new Dictionary<string, object?> { ["name"] = call["name"] });
        return [row.Id, call.Session.AsSystem().Record(call.Model, row).Name];
    }
}
