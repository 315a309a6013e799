using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>Keeps full names and paths of a tree, and refuses a record above itself.</summary>
internal sealed class TreeEffects(string parentField, string separator, string title) : RecordEffects
{
    public override void Changed(Record record, IReadOnlySet<string> fields, bool isNew)
    {
        if (record.IdOf(parentField) is { } parent && Query.Hierarchy.Below(record.Session, record.Model, [record.Id]).Contains(parent))
        {
            throw Fault.Validation($"You cannot create recursive {title} hierarchies.");
        }

        if (!isNew && !fields.Contains("name") && !fields.Contains(parentField))
        {
            return;
        }

        foreach (var id in Query.Hierarchy.Below(record.Session, record.Model, [record.Id]).Ids())
        {
            var chain = new List<Record>();
            for (var at = record.Session.Find(record.Model.Name, id); at is { } step; at = step.One(parentField))
            {
                chain.Insert(0, step);
            }

            chain[^1].Set("complete_name", string.Join(separator, chain.Select(c => c.Text("name"))));
            chain[^1].Set("parent_path", string.Concat(chain.Select(c => $"{c.Id}/")));
            if (record.Model.Name == "stock.location" && chain[^1].IdOf("warehouse_id") is null)
            {
                chain[^1].Set("warehouse_id", chain.Select(c => c.IdOf("warehouse_id")).LastOrDefault(w => w is not null));
            }
        }
    }
}
