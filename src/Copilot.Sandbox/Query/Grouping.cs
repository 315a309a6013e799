using System.Collections.Immutable;
using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Query;

/// <summary>Rows gathered by keys, with their figures, in order.</summary>
internal sealed class Grouping(Session session, Model model, IReadOnlyList<GroupKey> keys, IReadOnlyList<Aggregate> figures)
{
    public IReadOnlyList<GroupRow> Groups(Filter filter, string? order, int offset, int? limit)
    {
        var gathered = keys is [{ IsMany: false } only] ? ByOne(filter, only) : ByMany(filter);
        if (keys.Count == 0 && gathered.Count == 0)
        {
            gathered[[]] = [];
        }

        var groups = gathered.Select(g => new GroupRow(g.Key, g.Value.Count, [.. figures.Select(f => f.Of(g.Value))]));
        return [.. new GroupOrder(session, keys, figures, order).Sort(groups).Skip(offset).Take(limit ?? int.MaxValue)];
    }

    private Dictionary<ImmutableArray<object?>, List<Row>> ByOne(Filter filter, GroupKey key)
    {
        var gathered = new Dictionary<object, List<Row>>();
        List<Row>? empty = null;
        foreach (var row in Search.Rows(session, model, filter))
        {
            if (key.One(row) is { } value)
            {
                (gathered.TryGetValue(value, out var rows) ? rows : gathered[value] = []).Add(row);
            }
            else
            {
                (empty ??= []).Add(row);
            }
        }

        var result = gathered.ToDictionary(g => ImmutableArray.Create<object?>(g.Key), g => g.Value, KeyComparer.Instance);
        if (empty is not null)
        {
            result[[null]] = empty;
        }

        return result;
    }

    private Dictionary<ImmutableArray<object?>, List<Row>> ByMany(Filter filter)
    {
        var gathered = new Dictionary<ImmutableArray<object?>, List<Row>>(KeyComparer.Instance);
        foreach (var row in Search.Rows(session, model, filter))
        {
            foreach (var key in Keys(row))
            {
                (gathered.TryGetValue(key, out var rows) ? rows : gathered[key] = []).Add(row);
            }
        }

        return gathered;
    }

    private IEnumerable<ImmutableArray<object?>> Keys(Row row)
    {
        IEnumerable<ImmutableArray<object?>> all = [[]];
        foreach (var key in keys)
        {
            IReadOnlyList<object?> values = key.IsMany ? key.Many(row) : [key.One(row)];
            all = all.SelectMany(head => values.Select(value => head.Add(value)));
        }

        return all;
    }

    /// <summary>A group: its key values, how many rows it has, its figures.</summary>
    internal sealed record GroupRow(ImmutableArray<object?> Values, int Count, IReadOnlyList<object?> Figures);

    private sealed class KeyComparer : IEqualityComparer<ImmutableArray<object?>>
    {
        public static KeyComparer Instance { get; } = new();

        public bool Equals(ImmutableArray<object?> x, ImmutableArray<object?> y) => x.AsSpan().SequenceEqual(y.AsSpan());

        public int GetHashCode(ImmutableArray<object?> key)
        {
            var hash = default(HashCode);
            foreach (var value in key)
            {
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
