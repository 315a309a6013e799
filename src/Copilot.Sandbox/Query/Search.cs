using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Query;

/// <summary>Finds rows: the domain, archived or not, and the record rules of the asker, from the best index there is.</summary>
internal static class Search
{
    /// <summary>The filter of a search as the caller may see it.</summary>
    public static Filter Visible(Session session, Model model, Term term, bool activeOnly)
    {
        session.Rights.CheckModel(session, model, "read");
        var parts = new List<Filter> { DomainCompiler.Compile(session, model, term) };
        if (activeOnly && model.Find("active") is { } active && !term.Mentions("active"))
        {
            parts.Add(new Filter.Test(row => session.Value(model, row, active) is true));
        }

        if (session.Rights.Rules(session, model, "read") is { } rules)
        {
            parts.Add(rules);
        }

        return Filter.All(parts);
    }

    public static IdSet Ids(Session session, Model model, Term term, bool activeOnly)
        => Ids(session, model, Visible(session, model, term, activeOnly));

    public static IdSet Ids(Session session, Model model, Filter filter)
    {
        var ids = new IdSet();
        foreach (var row in Rows(session, model, filter))
        {
            ids.Add(row.Id);
        }

        return ids;
    }

    /// <summary>The matching rows by id.</summary>
    public static IEnumerable<Row> Rows(Session session, Model model, Filter filter)
    {
        var table = session.Database[model];
        var rows = filter.AtMost < table.Count / 2
            ? filter.Candidates().Ids().Select(table.Find).Where(r => r is not null).Select(r => r!)
            : table.Rows();
        return rows.Where(filter.Matches);
    }

    /// <summary>A page of the matching rows in order.</summary>
    public static IReadOnlyList<Row> Page(Session session, Model model, Filter filter, string? order, int offset, int? limit)
    {
        var sorting = RowOrder.Parse(session, model, order);
        if (sorting.IsById)
        {
            return [.. Rows(session, model, filter).Skip(offset).Take(limit ?? int.MaxValue)];
        }

        var first = limit is null ? (int?)null : offset + limit.Value;
        return [.. sorting.Sort([.. Rows(session, model, filter)], first).Skip(offset)];
    }
}
