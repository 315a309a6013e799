using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Query;

/// <summary>An order clause: <c>partner_id desc, date_order, id</c>. A many2one sorts by the order of its model.</summary>
internal sealed partial class RowOrder
{
    private static readonly StringComparer Texts = StringComparer.Create(CultureInfo.InvariantCulture, ignoreCase: false);
    private readonly IReadOnlyList<Key> keys;

    private RowOrder(IReadOnlyList<Key> keys) => this.keys = keys;

    /// <summary>Whether the order is the one that tables are walked in anyway.</summary>
    public bool IsById => keys is [{ IsId: true, Descending: false }];

    public static RowOrder Parse(Session session, Model model, string? clause)
        => string.IsNullOrWhiteSpace(clause)
            ? session.Remember("order " + model.Name, () => new RowOrder([.. Keys(session.AsSystem(), model, model.Order, false, [])]))
            : new RowOrder([.. Keys(session, model, clause, false, [])]);

    /// <summary>The first rows in order; with a limit, without sorting the rest.</summary>
    public IReadOnlyList<Row> Sort(IReadOnlyList<Row> rows, int? first = null)
    {
        if (rows.Count < 2 || IsById)
        {
            return first is { } few && few < rows.Count ? [.. rows.Take(few)] : rows;
        }

        var sorted = new (object?[] Keys, Row Row)[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            sorted[i] = (ValuesOf(rows[i]), rows[i]);
        }

        var comparer = Comparer<(object?[] Keys, Row Row)>.Create((a, b) => Compare(a.Keys, b.Keys) is var c and not 0 ? c : a.Row.Id.CompareTo(b.Row.Id));
        if (first is { } limit && limit < rows.Count / 4)
        {
            return Best(sorted, limit, comparer);
        }

        Array.Sort(sorted, comparer);
        return [.. sorted.Take(first ?? sorted.Length).Select(s => s.Row)];
    }

    private static List<Row> Best((object?[] Keys, Row Row)[] all, int limit, Comparer<(object?[] Keys, Row Row)> comparer)
    {
        var best = new PriorityQueue<Row, (object?[] Keys, Row Row)>(limit + 1, Comparer<(object?[] Keys, Row Row)>.Create((a, b) => comparer.Compare(b, a)));
        foreach (var item in all)
        {
            if (best.Count < limit)
            {
                best.Enqueue(item.Row, item);
            }
            else if (limit > 0)
            {
                best.EnqueueDequeue(item.Row, item);
            }
        }

        var rows = new List<Row>(best.Count);
        while (best.TryDequeue(out var row, out _))
        {
            rows.Add(row);
        }

        rows.Reverse();
        return rows;
    }

    private static IEnumerable<Key> Keys(Session session, Model model, string clause, bool reversed, IReadOnlyList<(Model Model, Field Field)> path, bool? nullsFirst = null)
    {
        if (!Clause().IsMatch(clause))
        {
            throw Fault.User($"Invalid \"order\" specified ({clause}). A valid \"order\" specification is a comma-separated list of valid field names (optionally followed by asc/desc for the direction)");
        }

        foreach (var part in clause.Split(','))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var byId = words[0].EndsWith(".id", StringComparison.Ordinal);
            var name = byId ? words[0][..^3] : words[0];
            var field = model.Find(name) ?? throw Fault.Value($"Invalid field '{name}' on model '{model.Name}'");
            session.Rights.CheckField(session, model, field, "read");
            var descending = (words.Length > 1 && words[1].Equals("desc", StringComparison.OrdinalIgnoreCase)) ^ reversed;
            var nulls = part.Contains("nulls first", StringComparison.OrdinalIgnoreCase) ? true : part.Contains("nulls last", StringComparison.OrdinalIgnoreCase) ? false : nullsFirst;
            if (field.IsMany || field is { Compute: not null, OnlyWhenEmpty: false, Name: not "display_name" } || field.Kind is FieldKind.Binary)
            {
                throw Fault.Value($"Cannot convert {model.Name}.{field.Name} to SQL because it is not stored");
            }

            if (field.Kind == FieldKind.Many2one && !byId && path.Count < 3)
            {
                var comodel = session.Catalog[field.Relation!];
                foreach (var key in Keys(session.AsSystem(), comodel, comodel.Order, descending, [.. path, (model, field)], nulls))
                {
                    yield return key;
                }
            }
            else
            {
                yield return new Key(session, [.. path, (model, field)], descending, nulls ?? descending);
            }
        }
    }

    private object?[] ValuesOf(Row row)
    {
        var values = new object?[keys.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = keys[i].Of(row);
        }

        return values;
    }

    private int Compare(object?[] left, object?[] right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            var (a, b) = (left[i], right[i]);
            if (a is null || b is null)
            {
                if (a is null != b is null)
                {
                    return a is null == keys[i].NullsFirst ? -1 : 1;
                }

                continue;
            }

            var order = a is string text ? Texts.Compare(text, (string)b) : ((IComparable)a).CompareTo(b);
            if (order != 0)
            {
                return keys[i].Descending ? -order : order;
            }
        }

        return 0;
    }

    [GeneratedRegex(@"^(\s*([a-z0-9_]+|""[a-z0-9_]+"")(\.id)?(\s+(asc|desc))?(\s+(nulls first|nulls last))?\s*(,|$))+(?<!,)$", RegexOptions.IgnoreCase)]
    private static partial Regex Clause();

    /// <summary>One sort key: the value at the end of a path of fields.</summary>
    private sealed record Key(Session Session, IReadOnlyList<(Model Model, Field Field)> Path, bool Descending, bool NullsFirst)
    {
        public bool IsId => Path is [{ Field.Name: "id" }];

        public object? Of(Row row)
        {
            for (var i = 0; i < Path.Count - 1; i++)
            {
                var (model, link) = Path[i];
                if (Session.Value(model, row, link) is not int id || Session.Database[link.Relation!].Find(id) is not { } next)
                {
                    return null;
                }

                row = next;
            }

            var (owner, last) = Path[^1];
            var value = Session.Value(owner, row, last);
            return last.Kind switch
            {
                FieldKind.Float or FieldKind.Monetary => value as double? ?? 0d,
                FieldKind.Integer or FieldKind.Reference => value as int? ?? 0,
                FieldKind.Boolean => value as bool? ?? false,
                _ => value,
            };
        }
    }
}
