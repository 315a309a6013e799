using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Query;

/// <summary>Walks a model's tree: locations, categories, companies of a contact.</summary>
internal static class Hierarchy
{
    /// <summary>The records and everything below them.</summary>
    public static IdSet Below(Session session, Model model, IEnumerable<int> ids)
    {
        var found = new IdSet();
        var children = model.Find(model.ParentField) is { } parent ? session.Database[model].References(parent) : null;
        var open = new Stack<int>(ids);
        while (open.TryPop(out var id))
        {
            if (found.Contains(id))
            {
                continue;
            }

            found.Add(id);
            foreach (var child in children?.Of(id) ?? [])
            {
                open.Push(child);
            }
        }

        return found;
    }

    /// <summary>The records and everything above them.</summary>
    public static IdSet Above(Session session, Model model, IEnumerable<int> ids)
    {
        var found = new IdSet();
        var table = session.Database[model];
        var parent = model.Find(model.ParentField);
        foreach (var start in ids)
        {
            for (int? id = start; id is { } at && !found.Contains(at); id = parent is null ? null : table.Find(at)?.Cells[parent.Cell] as int?)
            {
                found.Add(at);
            }
        }

        return found;
    }
}
