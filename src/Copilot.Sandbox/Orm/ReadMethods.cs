using Copilot.Sandbox.Query;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Orm;

/// <summary>Searching and reading.</summary>
internal static class ReadMethods
{
    public static IReadOnlyList<Method> All { get; } =
    [
        Method.Asking("search", "domain, offset=, limit=, order=", call => Found(call).Select(r => r.Id).ToArray()),
        Method.Asking("search_count", "domain, limit=", Count),
        Method.Asking("search_read", "domain=, fields=, offset=, limit=, order=, load=", SearchRead, "BaseModel._read_format"),
        Method.Asking("search_fetch", "domain, field_names=, offset=, limit=, order=", call => Found(call).Select(r => r.Id).ToArray()),
        Method.Reading("read", "fields=, load=", Read),
        Method.Reading("exists", "", call => call.Ids.Where(id => call.Session.Database[call.Model].Find(id) is not null).ToArray()),
    ];

    private static object? Count(Call call)
    {
        var filter = Filter(call);
        var rows = Search.Rows(call.Session, call.Model, filter);
        return call.Limit("limit") is { } limit ? rows.Take(limit).Count() : rows.Count();
    }

    private static List<object?> SearchRead(Call call)
    {
        call.Session.Rights.CheckModel(call.Session, call.Model, "read");
        var fields = RowFormat.Fields(call.Session, call.Model, call.Texts("fields"));
        return new RowFormat(call.Session, WithNames(call)).Rows(call.Model, Found(call), fields);
    }

    private static List<object?> Read(Call call)
    {
        call.Session.Rights.CheckModel(call.Session, call.Model, "read");
        var fields = RowFormat.Fields(call.Session, call.Model, call.Texts("fields"));
        var table = call.Session.Database[call.Model];
        var rows = call.Ids.Select(table.Find).OfType<Row>().ToList();
        call.Session.Rights.CheckRecords(call.Session, call.Model, rows, "read");
        return new RowFormat(call.Session, WithNames(call)).Rows(call.Model, rows, fields);
    }

    private static bool WithNames(Call call) => !call.Has("load") || !Python.IsFalsy(call["load"]);

    private static IReadOnlyList<Row> Found(Call call)
    {
        var filter = Filter(call);
        return Search.Page(call.Session, call.Model, filter, call.Text("order"), call.Number("offset"), call.Limit("limit"));
    }

    private static Filter Filter(Call call)
        => Search.Visible(call.Session, call.Model, DomainParser.Parse(call["domain"]), call.Session.Context.ActiveOnly);
}
