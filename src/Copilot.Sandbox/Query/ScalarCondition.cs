using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Query;

/// <summary>A condition on a text, number, boolean or date. Empty numbers count as 0 and empty booleans as false, as in Odoo 19.</summary>
internal sealed class ScalarCondition(Session session, Model model, Field field, Term.Condition condition)
{
    private static readonly object Zero = 0d;

    public Filter Compile()
    {
        var op = condition.Operator;
        return op switch
        {
            "!=" => Filter.Not(In([condition.Value])),
            "=" => condition.Value is IReadOnlyList<object?> list ? In(list) : In([condition.Value]),
            "in" => In(condition.Value as IReadOnlyList<object?> ?? [condition.Value]),
            "not in" => Filter.Not(In(condition.Value as IReadOnlyList<object?> ?? [condition.Value])),
            "<" or ">" or "<=" or ">=" => Compare(op),
            "like" or "ilike" or "=like" or "=ilike" => Like(op),
            _ when op.StartsWith("not ", StringComparison.Ordinal) && op.EndsWith("like", StringComparison.Ordinal) => Filter.Not(Like(op[4..])),
            _ => throw Fault.Value($"Invalid operator in condition {condition.Quoted}"),
        };
    }

    private Filter In(IReadOnlyList<object?> values)
    {
        var wanted = new HashSet<object>();
        var empty = false;
        foreach (var value in values)
        {
            if (Key(value) is { } key)
            {
                wanted.Add(key);
            }
            else
            {
                empty = true;
            }
        }

        if (!empty && wanted.Count == 1 && field.IsPlain && wanted.First() is string text && session.Database[model].WithText(field, text) is { } ids)
        {
            return new Filter.Ids(new IdSet(ids));
        }

        if (wanted.Count == 1 && !empty)
        {
            var only = wanted.First();
            return Test(value => value is not null && value.Equals(only));
        }

        return Test(value => value is null or "" ? empty : wanted.Contains(value));
    }

    private Filter Compare(string op)
    {
        Func<int, bool> holds = op switch
        {
            "<" => sign => sign < 0,
            ">" => sign => sign > 0,
            "<=" => sign => sign <= 0,
            _ => sign => sign >= 0,
        };
        return Key(condition.Value) switch
        {
            null => Filter.Nothing,
            double bound => Test(value => value is double number && holds(number.CompareTo(bound))),
            DateTime bound => Test(value => value is DateTime moment && holds(moment.CompareTo(bound))),
            DateOnly bound => Test(value => value is DateOnly day && holds(day.CompareTo(bound))),
            string bound => Test(value => value is string text && holds(string.CompareOrdinal(text, bound))),
            IComparable bound => Test(value => value is not null && holds(((IComparable)value).CompareTo(bound))),
            _ => Filter.Nothing,
        };
    }

    private Filter Like(string op)
    {
        if (!field.IsText && field.Kind is not FieldKind.Binary)
        {
            var digits = new LikePattern(Python.Str(condition.Value), op[0] == '=', op.EndsWith("ilike", StringComparison.Ordinal));
            return Test(value => value is not null && digits.Matches(value switch
            {
                double number => Python.Number(number),
                DateOnly day => day.ToString(MomentText.DateFormat, null),
                DateTime moment => moment.ToString(MomentText.DatetimeFormat, null),
                _ => value.ToString() ?? "",
            }));
        }

        if (Python.IsFalsy(condition.Value))
        {
            return op[0] == '=' ? Test(value => value is null or "") : Filter.Everything;
        }

        var pattern = new LikePattern(Python.Str(condition.Value), op[0] == '=', op.EndsWith("ilike", StringComparison.Ordinal));
        return Test(value => value is string text && pattern.Matches(text));
    }

    /// <summary>The condition's value as the field holds it; null for empty.</summary>
    private object? Key(object? value) => field.Kind switch
    {
        FieldKind.Boolean => !Python.IsFalsy(value),
        FieldKind.Integer or FieldKind.Float or FieldKind.Monetary or FieldKind.Reference => Python.Float(value),
        FieldKind.Datetime => MomentText.InDomain(value, session),
        FieldKind.Date => MomentText.InDomain(value, session) is { } moment ? DateOnly.FromDateTime(moment) : null,
        _ => value is null or false or "" ? null : Python.Str(value),
    };

    /// <summary>Tests the value with numbers as doubles and empty numbers and booleans filled in.</summary>
    private Filter.Test Test(Func<object?, bool> holds)
    {
        Func<Row, object?> read = field.IsPlain ? row => row.Cells[field.Cell] : row => session.Value(model, row, field);
        return field.Kind switch
        {
            FieldKind.Boolean => new(row => holds(read(row) is true)),
            FieldKind.Float or FieldKind.Monetary or FieldKind.Integer or FieldKind.Reference => new(row => holds(Number(read(row)))),
            _ => new(row => holds(read(row))),
        };
    }

    private static object Number(object? value) => value switch { double => value, int whole => (double)whole, _ => Zero };
}
