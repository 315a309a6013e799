using System.Text.RegularExpressions;
using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Query;

/// <summary>One figure of a group: <c>amount_total:sum</c>, <c>__count</c>, or the older <c>alias:max(field)</c>.</summary>
internal sealed partial class Aggregate
{
    private static readonly HashSet<string> Functions =
        ["sum", "avg", "min", "max", "count", "count_distinct", "array_agg", "array_agg_distinct", "bool_and", "bool_or", "recordset"];
    private readonly Session session;
    private readonly Model model;
    private readonly Field? field;
    private readonly string function;

    private Aggregate(Session session, Model model, string key, Field? field, string function)
    {
        this.session = session;
        this.model = model;
        this.field = field;
        this.function = function;
        Key = key;
    }

    /// <summary>The figure's name in the answer.</summary>
    public string Key { get; }

    /// <summary>Reads a figure of <c>formatted_read_group</c>; its key is the whole text.</summary>
    public static Aggregate Parse(Session session, Model model, string spec)
    {
        if (spec == "__count")
        {
            return new(session, model, spec, null, "count");
        }

        var parts = spec.Split(':', 2);
        return parts.Length == 2
            ? new(session, model, spec, Known(session, model, parts[0], spec), Function(parts[1], spec))
            : throw Fault.Value($"Invalid aggregate specification {Python.Repr(spec)}");
    }

    /// <summary>Reads a figure of <c>read_group</c>; a field that has no sum is left out.</summary>
    public static Aggregate? ParseOlder(Session session, Model model, string spec)
    {
        var match = Older().Match(spec);
        if (!match.Success)
        {
            throw Fault.User($"Invalid field specification {Python.Repr(spec)}.");
        }

        var (name, function, inner) = (match.Groups["name"].Value, match.Groups["function"].Value, match.Groups["field"].Value);
        var target = inner.Length > 0 ? inner : name;
        if (name == "__count")
        {
            return null;
        }

        var field = Known(session, model, target, spec);
        if (function.Length == 0)
        {
            return field.IsNumber && field.Name != "id" && field.Kind != FieldKind.Reference ? new(session, model, name, field, "sum") : null;
        }

        return new(session, model, name, field, Function(function, spec));
    }

    public object? Of(IReadOnlyList<Row> rows)
    {
        if (field is null)
        {
            return rows.Count;
        }

        var values = rows.Select(ValueOf).Where(v => v is not null).Select(v => v!);
        return function switch
        {
            "count" => values.Count(),
            "count_distinct" => values.Distinct().Count(),
            "sum" => rows.Count == 0 ? false : field.Kind == FieldKind.Integer ? (object)values.Sum(Python.Int) : Rounded(values.Sum(Python.Float)),
            "avg" => rows.Count == 0 ? false : rows.Average(row => Python.Float(ValueOf(row))),
            "min" => RowFormat.Plain(values.Min(Comparer<object>.Create(Compare))) ?? false,
            "max" => RowFormat.Plain(values.Max(Comparer<object>.Create(Compare))) ?? false,
            "bool_and" => rows.All(row => ValueOf(row) is true),
            "bool_or" => rows.Any(row => ValueOf(row) is true),
            "array_agg_distinct" => values.Distinct().Select(RowFormat.Plain).ToList(),
            _ => rows.Select(row => RowFormat.Plain(ValueOf(row)) ?? false).ToList(),
        };
    }

    private object? ValueOf(Row row) => field!.IsPlain ? row.Cells[field.Cell] : session.Value(model, row, field);

    /// <summary>Adding cents as binary fractions leaves dust behind the tenth digit; PostgreSQL's numeric does not.</summary>
    private static double Rounded(double sum) => Math.Round(sum, 8);

    private static int Compare(object a, object b)
        => a is string text ? string.CompareOrdinal(text, b as string) : ((IComparable)a).CompareTo(b);

    private static string Function(string name, string spec)
        => Functions.Contains(name) ? name : throw Fault.Value($"Invalid aggregate method {Python.Repr(name)} for {Python.Repr(spec)}.");

    private static Field Known(Session session, Model model, string name, string spec)
    {
        var field = model.Find(name) ?? throw Fault.Value($"Invalid field '{name}' on model '{model.Name}' for '{spec}'.");
        session.Rights.CheckField(session, model, field, "read");
        return field is { Compute: not null, OnlyWhenEmpty: false } || field.Kind == FieldKind.One2many
            ? throw Fault.Value($"Cannot convert {model.Name}.{field.Name} to SQL because it is not stored")
            : field;
    }

    [GeneratedRegex(@"^(?<name>\w+)(:(?<function>\w+)(\((?<field>\w+)\))?)?$")]
    private static partial Regex Older();
}
