using Copilot.Sandbox.Query;

namespace Copilot.Sandbox.Orm;

/// <summary><c>read_group</c> in its older shape, and <c>formatted_read_group</c> that follows it.</summary>
internal static class GroupMethods
{
    public static IReadOnlyList<Method> All { get; } =
    [
        Method.Asking("read_group", "domain, fields, groupby, offset=, limit=, orderby=, lazy=", ReadGroup),
        Method.Asking("formatted_read_group", "domain, groupby=, aggregates=, having=, offset=, limit=, order=", FormattedReadGroup),
    ];

    private static List<object?> ReadGroup(Call call)
    {
        var (session, model) = (call.Session, call.Model);
        var domain = DomainParser.Parse(call["domain"]);
        var all = call.Texts("groupby");
        var lazy = call.Flag("lazy", true);
        var filter = Search.Visible(session, model, domain, session.Context.ActiveOnly);
        var keys = (lazy ? all.Take(1) : all).Select(g => new GroupKey(session, model, g)).ToList();
        var figures = call.Texts("fields").Where(f => keys.TrueForAll(k => k.Field.Name != f))
            .Select(f => Aggregate.ParseOlder(session, model, f)).OfType<Aggregate>().ToList();
        var format = new RowFormat(session, withNames: true);
        var rows = new Grouping(session, model, keys, figures).Groups(filter, call.Text("orderby"), call.Number("offset"), call.Limit("limit"));
        return [.. rows.Select(row => Older(row, keys, figures, format, domain, lazy, [.. all.Skip(1)]))];
    }

    private static Dictionary<string, object?> Older(Grouping.GroupRow row, List<GroupKey> keys, List<Aggregate> figures, RowFormat format, Term domain, bool lazy, List<object?> rest)
    {
        var members = new Dictionary<string, object?>();
        var ranges = new Dictionary<string, object?>();
        for (var i = 0; i < keys.Count; i++)
        {
            members[keys[i].Spec] = keys[i].Shown(row.Values[i], format);
            if (keys[i].IsDate)
            {
                ranges[keys[i].Spec] = row.Values[i] is DateTime start && keys[i].Bounds(start) is var (from, to)
                    ? new Dictionary<string, object?> { ["from"] = from, ["to"] = to }
                    : false;
            }
        }

        members[lazy && keys.Count > 0 ? $"{keys[0].Field.Name}_count" : "__count"] = row.Count;
        AddFigures(members, row, figures);
        members["__domain"] = DomainWriter.Write(new Term.All([.. keys.Select((k, i) => k.Condition(row.Values[i])), domain]));
        if (ranges.Count > 0)
        {
            members["__range"] = ranges;
        }

        if (lazy && rest.Count > 0)
        {
            members["__context"] = new Dictionary<string, object?> { ["group_by"] = rest };
        }

        return members;
    }

    private static List<object?> FormattedReadGroup(Call call)
    {
        var (session, model) = (call.Session, call.Model);
        var filter = Search.Visible(session, model, DomainParser.Parse(call["domain"]), session.Context.ActiveOnly);
        var keys = call.Texts("groupby").Select(g => new GroupKey(session, model, g)).ToList();
        var figures = call.Texts("aggregates").Select(a => Aggregate.Parse(session, model, a)).ToList();
        var format = new RowFormat(session, withNames: true);
        var rows = new Grouping(session, model, keys, figures).Groups(filter, call.Text("order"), call.Number("offset"), call.Limit("limit"));
        return [.. rows.Select(row => Newer(row, keys, figures, format))];
    }

    private static Dictionary<string, object?> Newer(Grouping.GroupRow row, List<GroupKey> keys, List<Aggregate> figures, RowFormat format)
    {
        var members = new Dictionary<string, object?>();
        for (var i = 0; i < keys.Count; i++)
        {
            var shown = keys[i].Shown(row.Values[i], format);
            members[keys[i].Spec] = row.Values[i] is DateTime start && keys[i].IsDate ? new List<object?> { keys[i].Bounds(start).From, shown } : shown;
        }

        members["__extra_domain"] = DomainWriter.Write(new Term.All([.. keys.Select((k, i) => k.Condition(row.Values[i]))]));
        AddFigures(members, row, figures);
        return members;
    }

    private static void AddFigures(Dictionary<string, object?> members, Grouping.GroupRow row, List<Aggregate> figures)
    {
        for (var i = 0; i < figures.Count; i++)
        {
            members[figures[i].Key] = row.Figures[i];
        }
    }
}
