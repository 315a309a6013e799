using System.Globalization;
using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Schema;

namespace Copilot.Sandbox.Query;

/// <summary>The order of groups: by their keys unless something else is asked for (<c>amount_total:sum desc</c>, <c>__count desc</c>).</summary>
internal sealed class GroupOrder : IComparer<object?[]>
{
    private static readonly StringComparer Texts = StringComparer.Create(CultureInfo.InvariantCulture, ignoreCase: false);
    private readonly List<(Func<Grouping.GroupRow, object?> Value, bool Descending)> terms = [];

    public GroupOrder(Session session, IReadOnlyList<GroupKey> keys, IReadOnlyList<Aggregate> figures, string? order)
    {
        foreach (var part in (order ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var descending = words.Length > 1 && words[1].Equals("desc", StringComparison.OrdinalIgnoreCase);
            terms.Add((Term(session, keys, figures, words[0]) ?? throw Fault.Value($"Order term {Python.Repr(part)} is not a valid aggregate nor valid groupby"), descending));
        }

        for (var i = 0; i < keys.Count; i++)
        {
            terms.Add((KeyValue(session, keys[i], i), false));
        }
    }

    public IEnumerable<Grouping.GroupRow> Sort(IEnumerable<Grouping.GroupRow> groups)
        => groups.Select(group => (Group: group, Keys: terms.Select(t => t.Value(group)).ToArray())).OrderBy(g => g.Keys, this).Select(g => g.Group);

    public int Compare(object?[]? x, object?[]? y)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            var (a, b) = (x![i], y![i]);
            var order = a is null || b is null ? (a is null).CompareTo(b is null)
                : a is string text ? Texts.Compare(text, b as string)
                : a is double number ? number.CompareTo(Python.Float(b))
                : ((IComparable)a).CompareTo(b);
            if (order != 0)
            {
                return terms[i].Descending ? -order : order;
            }
        }

        return 0;
    }

    private static Func<Grouping.GroupRow, object?>? Term(Session session, IReadOnlyList<GroupKey> keys, IReadOnlyList<Aggregate> figures, string name)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i].Spec == name || keys[i].Field.Name == name)
            {
                return KeyValue(session, keys[i], i);
            }

            if (name == keys[i].Field.Name + "_count")
            {
                return row => row.Count;
            }
        }

        if (name == "__count")
        {
            return row => row.Count;
        }

        for (var i = 0; i < figures.Count; i++)
        {
            if (figures[i].Key == name || figures[i].Key.Split(':')[0] == name || figures[i].Key == name.Split(':')[0])
            {
                var at = i;
                return row => row.Figures[at] is var figure && figure is int whole ? (double)whole : figure is false ? null : figure;
            }
        }

        return null;
    }

    /// <summary>The value a key sorts by; a many2one by the place of its record in the order of its model.</summary>
    private static Func<Grouping.GroupRow, object?> KeyValue(Session session, GroupKey key, int at)
    {
        if (!key.Field.IsRelation)
        {
            return row => row.Values[at];
        }

        var places = RowOrder.Places(session, session.Catalog[key.Field.Relation!]);
        return row => row.Values[at] is int id ? id < places.Length ? places[id] : int.MaxValue : null;
    }
}
