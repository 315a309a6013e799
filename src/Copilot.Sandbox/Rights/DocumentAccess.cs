using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Query;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Rights;

/// <summary>Messages, activities and attachments are seen by those who may read the record they hang on.</summary>
internal static class DocumentAccess
{
    public static Filter? Of(Session session, Model model)
    {
        var (modelField, idField) = model.Name switch
        {
            "mail.message" => ("model", "res_id"),
            "mail.activity" or "ir.attachment" => ("res_model", "res_id"),
            _ => (null, null),
        };
        if (modelField is null || idField is null)
        {
            return null;
        }

        var (target, id) = (model[modelField].Cell, model[idField].Cell);
        var (author, assigned) = (model["create_uid"].Cell, model.Find("user_id")?.Cell);
        var readable = new Dictionary<string, Filter?>(StringComparer.Ordinal);
        return new Filter.Test(row =>
            Equals(row.Cells[author], session.UserId)
            || (assigned is { } cell && Equals(row.Cells[cell], session.UserId))
            || (row.Cells[target] is string name && row.Cells[id] is int record && MayRead(session, readable, name, record)));
    }

    private static bool MayRead(Session session, Dictionary<string, Filter?> readable, string name, int id)
    {
        if (!readable.TryGetValue(name, out var filter))
        {
            var model = session.Catalog.Find(name);
            filter = model is not null && session.Rights.MayUse(session, model, "read")
                ? session.Rights.Rules(session, model, "read") ?? Filter.Everything
                : null;
            readable.Add(name, filter);
        }

        return filter is not null && session.Database[name].Find(id) is { } row && filter.Matches(row);
    }
}
