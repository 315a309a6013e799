using System.Text.Json;

namespace Copilot.Odoo.Client;

/// <summary>
/// Brings groups together that an older server keeps apart because it has two values where today there is one ("sale" and "done").
/// Averages and distinct counts cannot be brought together without the records: such groups stay apart.
/// </summary>
internal static class OdooGroupMerge
{
    public static IReadOnlyList<OdooRow> Merge(IReadOnlyList<OdooRow> rows, IReadOnlyList<string> groups, IReadOnlyList<(string Spec, string Field, string Function)> sums)
        => sums.Any(s => s.Function is "avg" or "count_distinct")
            ? rows
            : [.. rows.GroupBy(r => string.Join('\n', groups.Select(g => r.Raw(g)?.GetRawText()))).Select(same => same.Count() == 1 ? same.First() : One([.. same], groups, sums))];

    private static OdooRow One(IReadOnlyList<OdooRow> same, IReadOnlyList<string> groups, IReadOnlyList<(string Spec, string Field, string Function)> sums)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            values[group] = same[0].Raw(group)!.Value;
            values.TryAdd(group.Split(':')[0], values[group]);
        }

        foreach (var (spec, field, function) in sums)
        {
            var value = function switch
            {
                "min" => same.Min(r => r.Number(spec)),
                "max" => same.Max(r => r.Number(spec)),
                _ => same.Sum(r => r.Number(spec)),
            };
            values[spec] = JsonSerializer.SerializeToElement(value);
            values.TryAdd(field, values[spec]);
        }

        values["__count"] = JsonSerializer.SerializeToElement(same.Sum(r => r.Whole("__count")));
        return new OdooRow(values);
    }
}
