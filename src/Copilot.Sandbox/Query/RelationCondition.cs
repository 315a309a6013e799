using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Query;

/// <summary>A condition on the id or on a relation: by id, by name, by place in a tree, or empty.</summary>
internal sealed class RelationCondition(Session session, Model model, Field field, Term.Condition condition)
{
    private Model Comodel => @field.Name == "id" ? model : session.Catalog[@field.Relation!];

    public Filter Compile()
    {
        var (op, value) = (condition.Operator, condition.Value);
        return op switch
        {
            "=" => Equal(value),
            "!=" => Filter.Not(Equal(value)),
            "in" => In(value),
            "not in" => Filter.Not(In(value)),
            "child_of" => PointsInto(session, model, field, Hierarchy.Below(session, Comodel, Roots(value))),
            "parent_of" => PointsInto(session, model, field, Hierarchy.Above(session, Comodel, Roots(value))),
            "<" or ">" or "<=" or ">=" => Compare(op, value),
            "like" or "ilike" or "=like" or "=ilike" => Named(op, value),
            _ when op.StartsWith("not ", StringComparison.Ordinal) => Filter.Not(Named(op[4..], value)),
            _ => throw Fault.Value($"Invalid operator in condition {condition.Quoted}"),
        };
    }

    /// <summary>The rows whose relation leads to one of these records.</summary>
    public static Filter PointsInto(Session session, Model model, Field field, IdSet targets)
    {
        if (field.Name == "id")
        {
            return new Filter.Ids(targets);
        }

        var table = session.Database[model];
        if (field.Kind == FieldKind.One2many)
        {
            var comodel = session.Database[field.Relation!];
            var inverse = comodel.Model[field.Inverse!];
            return new Filter.Ids(new IdSet(targets.Ids().Select(id => comodel.Find(id)?.Cells[inverse.Cell]).OfType<int>()));
        }

        Func<Row, bool> holds = (field.IsPlain, field.Kind) switch
        {
            (true, FieldKind.Many2one) => row => row.Cells[field.Cell] is int id && targets.Contains(id),
            (true, _) => row => row.Cells[field.Cell] is int[] ids && ids.Any(targets.Contains),
            _ => row => session.Value(model, row, field) switch { int id => targets.Contains(id), int[] ids => ids.Any(targets.Contains), _ => false },
        };
        if (!field.IsPlain || table.References(field) is not { } index)
        {
            return new Filter.Test(holds);
        }

        var atMost = 0L;
        foreach (var target in targets.Ids())
        {
            atMost += index.Of(target).Count;
        }

        return new Filter.Indexed(holds, (int)Math.Min(atMost, int.MaxValue), () => new IdSet(targets.Ids().SelectMany(index.Of)));
    }

    private Filter Equal(object? value) => value switch
    {
        null or false => Empty(),
        true when field.Name != "id" => Filter.Not(Empty()),
        IReadOnlyList<object?> list => In(list),
        string text => Named("=", text),
        _ => PointsInto(session, model, field, new IdSet([Python.Int(value)])),
    };

    private Filter In(object? value)
    {
        var values = value as IReadOnlyList<object?> ?? [value];
        var ids = new IdSet();
        var parts = new List<Filter>();
        foreach (var item in values)
        {
            switch (item)
            {
                case null or false:
                    parts.Add(Empty());
                    break;
                case string name:
                    ids.AddAll(Ids("=", name));
                    break;
                default:
                    ids.Add(Python.Int(item));
                    break;
            }
        }

        parts.Add(PointsInto(session, model, field, ids));
        return Filter.Any(parts);
    }

    private Filter Empty()
        => field.Name == "id" ? Filter.Nothing
            : field.IsPlain ? new Filter.Test(row => row.Cells[field.Cell] is null or int[] { Length: 0 })
            : new Filter.Test(row => session.Value(model, row, field) is null or int[] { Length: 0 });

    private Filter.Test Compare(string op, object? value)
    {
        var bound = Python.Int(value);
        Func<int, bool> holds = op switch
        {
            "<" => id => id < bound,
            ">" => id => id > bound,
            "<=" => id => id <= bound,
            _ => id => id >= bound,
        };
        return field.Name == "id"
            ? new Filter.Test(row => holds(row.Id))
            : new Filter.Test(row => session.Value(model, row, field) is int id && holds(id));
    }

    private Filter Named(string op, object? value)
        => Python.IsFalsy(value)
            ? op is "like" or "ilike" ? Filter.Everything : Empty()
            : PointsInto(session, model, field, Ids(op, Python.Str(value)));

    private IdSet Ids(string op, string text) => NameSearch.Ids(session, Comodel, op, text, activeOnly: false);

    private List<int> Roots(object? value)
    {
        var roots = new List<int>();
        foreach (var item in value as IReadOnlyList<object?> ?? [value])
        {
            switch (item)
            {
                case null or false:
                    break;
                case string name:
                    roots.AddRange(Ids("ilike", name).Ids());
                    break;
                default:
                    roots.Add(Python.Int(item));
                    break;
            }
        }

        return roots;
    }
}
