using System.Globalization;
using Copilot.Sandbox.Query;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Orm;

/// <summary>Writes rows as <c>read</c> answers them: false for empty, <c>[id, name]</c> for a many2one, texts for dates.</summary>
internal sealed class RowFormat(Session session, bool withNames)
{
    private readonly Dictionary<(string Model, int Id), string> names = [];

    /// <summary>The named fields, or all the caller sees; a field of other groups that is asked for by name is refused.</summary>
    public static IReadOnlyList<Field> Fields(Session session, Model model, IReadOnlyList<string> asked)
    {
        if (asked.Count == 0)
        {
            return [.. model.Fields.Where(f => !f.Flags.HasFlag(FieldFlags.Secret) && (session.IsSystem || session.Rights.Sees(model, f)))];
        }

        var fields = new List<Field>();
        foreach (var name in asked.Distinct(StringComparer.Ordinal))
        {
            var field = model.Find(name) ?? throw Fault.Value($"Invalid field '{name}' on '{model.Name}'");
            session.Rights.CheckField(session, model, field, "read");
            fields.Add(field);
        }

        return fields;
    }

    public List<object?> Rows(Model model, IEnumerable<Row> rows, IReadOnlyList<Field> fields)
    {
        var result = new List<object?>();
        foreach (var row in rows)
        {
            var members = new Dictionary<string, object?>(fields.Count + 1) { ["id"] = row.Id };
            foreach (var field in fields)
            {
                if (field.Name != "id")
                {
                    members[field.Name] = Value(field, field.IsPlain ? row.Cells[field.Cell] : session.Value(model, row, field));
                }
            }

            result.Add(members);
        }

        return result;
    }

    /// <summary>A value as the wire shows it.</summary>
    public object? Value(Field field, object? value) => field.Kind switch
    {
        _ when field.Flags.HasFlag(FieldFlags.Secret) => "",
        FieldKind.Boolean => value is true,
        FieldKind.Integer => value switch { double number => (int)number, null => 0, _ => value },
        FieldKind.Float or FieldKind.Monetary => value switch { int whole => (double)whole, null => 0d, _ => value },
        FieldKind.Many2one => value is not int id ? false : !withNames ? session.Database[field.Relation!].Find(id) is null ? false : id : Named(field.Relation!, id),
        FieldKind.One2many or FieldKind.Many2many => value as int[] ?? [],
        _ => value is null ? false : Plain(value),
    };

    /// <summary><c>[id, name]</c>, or false for a record that is gone.</summary>
    public object Named(string model, int id)
    {
        if (names.TryGetValue((model, id), out var known))
        {
            return new object[] { id, known };
        }

        if (session.Find(model, id) is not { } record)
        {
            return false;
        }

        names[(model, id)] = record.Name;
        return new object[] { id, record.Name };
    }

    /// <summary>Dates and datetimes as text, everything else as it is.</summary>
    public static object? Plain(object? value) => value switch
    {
        DateOnly day => day.ToString(MomentText.DateFormat, CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString(MomentText.DatetimeFormat, CultureInfo.InvariantCulture),
        _ => value,
    };
}
