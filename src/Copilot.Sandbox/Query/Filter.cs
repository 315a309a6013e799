using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Query;

/// <summary>A domain tied to a model: tests a row, and may know a small set of rows that holds all matches.</summary>
internal abstract class Filter
{
    public static Filter Everything { get; } = new Test(_ => true);

    public static Filter Nothing { get; } = new Ids(new IdSet());

    /// <summary>At most this many rows match, as far as the indexes tell.</summary>
    public virtual int AtMost => int.MaxValue;

    public abstract bool Matches(Row row);

    /// <summary>A set that holds every match; only asked where <see cref="AtMost"/> tells a number.</summary>
    public virtual IdSet Candidates() => throw new InvalidOperationException("This filter has no candidates.");

    public static Filter All(IReadOnlyList<Filter> parts)
    {
        var needed = parts.Where(p => p != Everything).ToList();
        return needed.Count switch { 0 => Everything, 1 => needed[0], _ => new Conjunction([.. needed.OrderBy(p => p.AtMost)]) };
    }

    public static Filter Any(IReadOnlyList<Filter> parts)
        => parts.Contains(Everything) ? Everything : parts.Count == 1 ? parts[0] : new Disjunction([.. parts]);

    public static Filter Not(Filter inner) => new Test(row => !inner.Matches(row));

    /// <summary>Any test of a row.</summary>
    internal sealed class Test(Func<Row, bool> holds) : Filter
    {
        public override bool Matches(Row row) => holds(row);
    }

    /// <summary>Rows with one of these ids.</summary>
    internal sealed class Ids(IdSet ids) : Filter
    {
        public override int AtMost => ids.Count;

        public override bool Matches(Row row) => ids.Contains(row.Id);

        public override IdSet Candidates() => ids;
    }

    /// <summary>A test whose matches an index can list.</summary>
    internal sealed class Indexed(Func<Row, bool> holds, int atMost, Func<IdSet> candidates) : Filter
    {
        public override int AtMost => atMost;

        public override bool Matches(Row row) => holds(row);

        public override IdSet Candidates() => candidates();
    }

    private sealed class Conjunction(Filter[] parts) : Filter
    {
        public override int AtMost => parts[0].AtMost;

        public override bool Matches(Row row)
        {
            foreach (var part in parts)
            {
                if (!part.Matches(row))
                {
                    return false;
                }
            }

            return true;
        }

        public override IdSet Candidates() => parts[0].Candidates();
    }

    private sealed class Disjunction(Filter[] parts) : Filter
    {
        public override int AtMost => (int)Math.Min(int.MaxValue, parts.Sum(p => (long)p.AtMost));

        public override bool Matches(Row row)
        {
            foreach (var part in parts)
            {
                if (part.Matches(row))
                {
                    return true;
                }
            }

            return false;
        }

        public override IdSet Candidates()
        {
            var all = new IdSet();
            foreach (var part in parts)
            {
                all.AddAll(part.Candidates());
            }

            return all;
        }
    }
}
