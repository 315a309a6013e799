using Copilot.Sandbox.Effects;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Orm;

/// <summary>Creates, changes and deletes records with rights, defaults, required fields and what else follows in the business.</summary>
internal static class RecordWriter
{
    public static Row Create(Session session, Model model, IReadOnlyDictionary<string, object?> values)
    {
        session.Rights.CheckModel(session, model, "create");
        Check(session, model, values.Keys, "create");
        var given = WithDefaults(session, model, values);
        RecordEffects.For(model)?.Starting(session, given);
        var row = new Row(session.Database[model].LastId + 1, model.Cells);
        foreach (var (name, value) in given)
        {
            if (model[name] is { Cell: >= 0, IsMany: false } field)
            {
                row.Cells[field.Cell] = FieldValue.From(session, model, field, value);
            }
        }

        Lend(session, model, row, given);
        Stamp(session, model, row, isNew: true);
        Require(model, row, model.Fields);
        session.Database[model].Insert(row);
        session.Forget();
        ApplyLinks(session, model, row, given);
        RecordEffects.For(model)?.Changed(session.AsSystem().Record(model, row), given.Keys.ToHashSet(), isNew: true);
        session.Forget();
        session.Rights.CheckRecords(session, model, [row], "create");
        return row;
    }

    public static void Write(Session session, Model model, IReadOnlyList<Row> rows, IReadOnlyDictionary<string, object?> values)
    {
        session.Rights.CheckModel(session, model, "write");
        Check(session, model, values.Keys, "write");
        session.Rights.CheckRecords(session, model, rows, "write");
        var table = session.Database[model];
        foreach (var row in rows)
        {
            foreach (var (name, value) in values)
            {
                if (model[name] is { Cell: >= 0, IsMany: false } field)
                {
                    table.Set(row, field, FieldValue.From(session, model, field, value));
                }
            }

            Lend(session, model, row, values);
            Require(model, row, values.Keys.Select(name => model[name]));
            ApplyLinks(session, model, row, values);
            Stamp(session, model, row, isNew: false);
            session.Forget();
            RecordEffects.For(model)?.Changed(session.AsSystem().Record(model, row), values.Keys.ToHashSet(), isNew: false);
        }

        session.Forget();
        session.Rights.CheckRecords(session, model, rows, "write");
    }

    public static void Unlink(Session session, Model model, IReadOnlyList<Row> rows)
    {
        session.Rights.CheckModel(session, model, "unlink");
        session.Rights.CheckRecords(session, model, rows, "unlink");
        foreach (var row in rows)
        {
            RecordEffects.For(model)?.Leaving(session.AsSystem().Record(model, row));
        }

        foreach (var row in rows)
        {
            Release(session, model, row);
            session.Database[model].Remove(row);
        }

        session.Forget();
    }

    /// <summary>Refuses unknown fields and fields of other groups.</summary>
    private static void Check(Session session, Model model, IEnumerable<string> names, string operation)
    {
        foreach (var name in names)
        {
            var field = model.Find(name) ?? throw Fault.Value($"Invalid field '{name}' in '{model.Name}'");
            session.Rights.CheckField(session, model, field, operation);
        }
    }

    private static Dictionary<string, object?> WithDefaults(Session session, Model model, IReadOnlyDictionary<string, object?> values)
    {
        var given = new Dictionary<string, object?>(values, StringComparer.Ordinal);
        var format = new RowFormat(session, withNames: false);
        foreach (var field in model.Fields)
        {
            if (!given.ContainsKey(field.Name) && session.Context.Members.TryGetValue($"default_{field.Name}", out var standard))
            {
                given[field.Name] = standard;
            }
            else if (!given.ContainsKey(field.Name) && field.Default is not null)
            {
                given[field.Name] = format.Value(field, field.Default(session.AsSystem())) switch { int id => (long)id, var value => value };
            }
        }

        return given;
    }

    /// <summary>Values of lent fields go to the record that lends them; without one it is made.</summary>
    private static void Lend(Session session, Model model, Row row, IReadOnlyDictionary<string, object?> values)
    {
        if (model.Delegate is null)
        {
            return;
        }

        var link = model[model.Delegate];
        var lender = session.Catalog[link.Relation!];
        var lent = values.Where(v => model[v.Key].Path is [var first, _] && first == model.Delegate)
            .ToDictionary(v => model[v.Key].Path![1], v => v.Value);
        if (row.Cells[link.Cell] is not int id)
        {
            row.Cells[link.Cell] = Create(session.AsSystem(), lender, lent).Id;
        }
        else if (lent.Count > 0 && session.Database[lender].Find(id) is { } target)
        {
            Write(session.AsSystem(), lender, [target], lent);
        }
    }

    private static void ApplyLinks(Session session, Model model, Row row, IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
        {
            if (model[name] is { IsMany: true, Compute: null, Path: null } field)
            {
                LinkCommands.Apply(session, model, row, field, value);
            }
        }
    }

    private static void Stamp(Session session, Model model, Row row, bool isNew)
    {
        var table = session.Database[model];
        Put("write_uid", session.UserId);
        Put("write_date", session.Now);
        if (isNew)
        {
            Put("create_uid", session.UserId);
            Put("create_date", session.Now);
        }

        void Put(string name, object value)
        {
            if (isNew)
            {
                row.Cells[model[name].Cell] = value;
            }
            else
            {
                table.Set(row, model[name], value);
            }
        }
    }

    private static void Require(Model model, Row row, IEnumerable<Field> fields)
    {
        foreach (var field in fields)
        {
            if (field is { IsRequired: true, IsPlain: true, IsMany: false } && row.Cells[field.Cell] is null && field.Kind is not FieldKind.Boolean && !field.IsNumber)
            {
                throw Fault.Validation($"The operation cannot be completed: Missing required value for the field '{field.Label}' ({field.Name}).\n"
                    + $"Model: '{model.Title}' ({model.Name})\n- create/update: a mandatory field is not set\n"
                    + "- delete: another model requires the record being deleted, you can archive it instead\n");
            }
        }
    }

    /// <summary>What pointed to a record that goes: required links take their record along, others become empty.</summary>
    private static void Release(Session session, Model model, Row row)
    {
        foreach (var other in session.Catalog.Models)
        {
            var table = session.Database[other];
            foreach (var field in other.Fields.Where(f => f.Relation == model.Name && f.IsPlain))
            {
                foreach (var id in table.References(field)?.Of(row.Id).ToArray() ?? [])
                {
                    if (table.Find(id) is not { } pointing)
                    {
                        continue;
                    }

                    if (field.Kind == FieldKind.Many2many)
                    {
                        table.Set(pointing, field, ((int[])pointing.Cells[field.Cell]!).Where(i => i != row.Id).ToArray());
                    }
                    else if (field.IsRequired)
                    {
                        Release(session, other, pointing);
                        table.Remove(pointing);
                    }
                    else
                    {
                        table.Set(pointing, field, null);
                    }
                }
            }
        }
    }
}
