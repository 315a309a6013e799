using System.Text.Json;

namespace Copilot.Odoo.Client;

/// <summary>Which of the server's fields are read for the fields asked for, and how its rows become rows in the words of Odoo 19.</summary>
internal sealed class OdooReadPlan
{
    private readonly List<(string Field, string? Server, OdooFieldRule? Rule)> columns = [];

    public OdooReadPlan(OdooDialect dialect, string modelNow, IReadOnlyList<string> wanted, IReadOnlyDictionary<string, OdooField> fields)
    {
        foreach (var field in wanted.Append("id").Distinct())
        {
            if (dialect.Rule(modelNow, field) is { } rule)
            {
                columns.Add((field, null, rule));
            }
            else if (OdooDialect.Field(modelNow, field, fields) is { } server)
            {
                columns.Add((field, server, null));
            }
            else
            {
                LeftOut.Add(field);
            }
        }

        Fields = [.. columns.SelectMany(c => c.Rule?.Needs.Where(fields.ContainsKey) ?? [c.Server!]).Distinct()];
    }

    /// <summary>The fields to ask the server for.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The fields that the server does not have or the account may not see.</summary>
    public List<string> LeftOut { get; } = [];

    /// <summary>The rows of an answer.</summary>
    public IReadOnlyList<OdooRow> Rows(JsonElement? answer)
        => answer is { ValueKind: JsonValueKind.Array } rows
            ? [.. rows.EnumerateArray().Select(Row)]
            : throw new OdooException(OdooFault.Server, "Odoo answered something other than rows.");

    private OdooRow Row(JsonElement row)
    {
        var given = row.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        var values = new Dictionary<string, JsonElement>(columns.Count, StringComparer.Ordinal);
        foreach (var (field, server, rule) in columns)
        {
            if (rule is not null && rule.Needs.Any(given.ContainsKey) && rule.Value(given) is { } made)
            {
                values[field] = JsonSerializer.SerializeToElement(made);
            }
            else if (server is not null && given.TryGetValue(server, out var value))
            {
                values[field] = value;
            }
        }

        return new OdooRow(values);
    }
}
