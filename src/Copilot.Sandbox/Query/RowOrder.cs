using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Query;

/// <summary>
/// An order clause: <c>partner_id desc, date_order, id</c>. A many2one sorts by the place of its record in the order of its model. Empty comes
/// last, first when descending, as in PostgreSQL.
/// </summary>
internal sealed partial class RowOrder
{
    private static readonly StringComparer Texts = StringComparer.Create(CultureInfo.InvariantCulture, ignoreCase: false);
    private readonly IReadOnlyList<Key> keys;

    private RowOrder(IReadOnlyList<Key> keys) => this.keys = keys;

    /// <summary>Whether the order is the one that tables are walked in anyway.</summary>
    public bool IsById => keys is [{ IsId: true, Descending: false }];

    public static RowOrder Parse(Session session, Model model, string? clause)
        => string.IsNullOrWhiteSpace(clause)
            ? session.Remember("order " + model.Name, () => new RowOrder([.. Keys(session.AsSystem(), model, model.Order)]))
            : new RowOrder([.. Keys(session, model, clause)]);

    /// <summary>The place of each record of a model in the model's own order, by id; kept until a record changes.</summary>
    public static int[] Places(Session session, Model model)
        => session.Database.Derived("places " + model.Name, () =>
        {
            var table = session.Database[model];
            var places = new int[table.LastId + 1];
            var place = 0;
            foreach (var row in Parse(session.AsSystem(), model, null).Sort([.. table.Rows()]))
            {
                places[row.Id] = place++;
            }

            return places;
        });

    /// <summary>The rows in order; with a number, the first so many without sorting the rest.</summary>
    public IReadOnlyList<Row> Sort(IReadOnlyList<Row> rows, int? first = null)
    {
        if (rows.Count < 2 || IsById)
        {
            return first is { } few && few < rows.Count ? [.. rows.Take(few)] : rows;
        }

        var sorting = new Sorting(keys, rows);
        return first is { } limit && limit < rows.Count / 4 ? sorting.Best(limit) : sorting.All(first ?? rows.Count);
    }

    private static IEnumerable<Key> Keys(Session session, Model model, string clause)
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
            if (field.IsMany || field is { Compute: not null, OnlyWhenEmpty: false, Name: not "display_name" } || field.Kind is FieldKind.Binary)
            {
                throw Fault.Value($"Cannot convert {model.Name}.{field.Name} to SQL because it is not stored");
            }

            var descending = words.Length > 1 && words[1].Equals("desc", StringComparison.OrdinalIgnoreCase);
            var nullsFirst = part.Contains("nulls first", StringComparison.OrdinalIgnoreCase) || (descending && !part.Contains("nulls last", StringComparison.OrdinalIgnoreCase));
            var ranked = field.Kind == FieldKind.Many2one && !byId && field.Relation != model.Name;
            yield return new Key(session, model, field, ranked ? Places(session, session.Catalog[field.Relation!]) : null, descending, nullsFirst);
        }
    }

    [GeneratedRegex(@"^(\s*([a-z0-9_]+|""[a-z0-9_]+"")(\.id)?(\s+(asc|desc))?(\s+(nulls first|nulls last))?\s*(,|$))+(?<!,)$", RegexOptions.IgnoreCase)]
    private static partial Regex Clause();

    /// <summary>One sort key. Everything but text sorts as a number, turned round where the order descends.</summary>
    private sealed record Key(Session Session, Model Model, Field Field, int[]? Places, bool Descending, bool NullsFirst)
    {
        public bool IsId => Field.Name == "id";

        public bool IsText => Field.IsText;

        public object? Of(Row row) => Field.IsPlain ? row.Cells[Field.Cell] : Session.Value(Model, row, Field);

        public double Number(Row row)
        {
            var number = IsId ? row.Id : Of(row) switch
            {
                int id when Places is not null => id < Places.Length ? Places[id] : int.MaxValue,
                int whole => whole,
                double real => real,
                bool truth => truth ? 1 : 0,
                DateTime moment => moment.Ticks / (double)TimeSpan.TicksPerSecond,
                DateOnly day => day.DayNumber,
                _ when Field.IsNumber || Field.Kind == FieldKind.Boolean => 0,
                _ => double.NaN,
            };
            return double.IsNaN(number) ? NullsFirst ? double.NegativeInfinity : double.PositiveInfinity : Descending ? -number : number;
        }

        public int Compare(string? a, string? b)
        {
            if (a is null || b is null)
            {
                return a is null == b is null ? 0 : a is null == NullsFirst ? -1 : 1;
            }

            return Descending ? Texts.Compare(b, a) : Texts.Compare(a, b);
        }
    }

    /// <summary>The keys of all rows side by side, and their comparison.</summary>
    private sealed class Sorting : IComparer<int>
    {
        private readonly IReadOnlyList<Key> keys;
        private readonly IReadOnlyList<Row> rows;
        private readonly double[][] numbers;
        private readonly string?[][] texts;

        public Sorting(IReadOnlyList<Key> keys, IReadOnlyList<Row> rows)
        {
            this.keys = keys;
            this.rows = rows;
            numbers = [.. keys.Select(k => k.IsText ? [] : rows.Select(k.Number).ToArray())];
            texts = [.. keys.Select(k => k.IsText ? rows.Select(r => k.Of(r) as string).ToArray() : [])];
        }

        public int Compare(int x, int y)
        {
            for (var i = 0; i < keys.Count; i++)
            {
                var order = keys[i].IsText ? keys[i].Compare(texts[i][x], texts[i][y]) : numbers[i][x].CompareTo(numbers[i][y]);
                if (order != 0)
                {
                    return order;
                }
            }

            return x.CompareTo(y);
        }

        public List<Row> All(int first) => [.. Ordered([.. Enumerable.Range(0, rows.Count)]).Take(first).Select(p => rows[p])];

        /// <summary>Leaves out what the first key alone already puts behind the limit, and sorts what remains.</summary>
        public List<Row> Best(int limit)
        {
            if (keys[0].IsText || limit == 0)
            {
                return All(limit);
            }

            var first = numbers[0].ToArray();
            Array.Sort(first);
            var last = first[limit - 1];
            return [.. Ordered([.. Enumerable.Range(0, rows.Count).Where(p => numbers[0][p] <= last)]).Take(limit).Select(p => rows[p])];
        }

        /// <summary>Sorts by the first key as plain numbers where it is one, then the runs that it leaves equal by the rest.</summary>
        private int[] Ordered(int[] places)
        {
            if (keys[0].IsText)
            {
                Array.Sort(places, this);
                return places;
            }

            var first = places.Select(p => numbers[0][p]).ToArray();
            Array.Sort(first, places);
            for (int start = 0, end = 1; start < places.Length; start = end++)
            {
                while (end < places.Length && first[end].Equals(first[start]))
                {
                    end++;
                }

                if (end - start > 1)
                {
                    Array.Sort(places, start, end - start, this);
                }
            }

            return places;
        }
    }
}
