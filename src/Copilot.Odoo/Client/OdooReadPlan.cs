using System.Text;
using System.Text.Json;

namespace Copilot.Odoo.Client;

/// <summary>Which of the server's fields are read for the fields asked for, and how its rows become rows in the words of Odoo 19.</summary>
internal sealed class OdooReadPlan
{
    private readonly List<(string Field, string? Server, OdooFieldRule? Rule)> columns = [];
    private readonly OdooColumns places;
    private readonly (byte[] Server, int[] Places)[] given;
    private readonly bool hasRules;

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

        places = new OdooColumns(columns.Select(c => c.Field));
        given = [.. columns.Select((c, i) => (c.Server, Place: i)).Where(c => c.Server is not null).GroupBy(c => c.Server!, c => c.Place).Select(g => (Encoding.UTF8.GetBytes(g.Key), g.ToArray()))];
        hasRules = columns.Exists(c => c.Rule is not null);
        Fields = [.. columns.SelectMany(c => c.Rule?.Needs.Where(fields.ContainsKey) ?? [c.Server!]).Distinct()];
    }

    /// <summary>The fields to ask the server for.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The fields that the server does not have or the account may not see.</summary>
    public List<string> LeftOut { get; } = [];

    /// <summary>The rows of an answer.</summary>
    public IReadOnlyList<OdooRow> Rows(JsonElement? answer)
    {
        if (answer is not { ValueKind: JsonValueKind.Array } array)
        {
            throw new OdooException(OdooFault.Server, "Odoo answered something other than rows.");
        }

        // One array for the values of all rows: thousands of small ones would be moved again and again by the memory's clean-up while they are read.
        var rows = new OdooRow[array.GetArrayLength()];
        var values = new JsonElement[rows.Length * columns.Count];
        var next = 0;
        foreach (var row in array.EnumerateArray())
        {
            var start = next * columns.Count;
            Take(row, values.AsSpan(start, columns.Count));
            rows[next++] = new OdooRow(places, values, start);
        }

        return rows;
    }

    private void Take(JsonElement row, Span<JsonElement> values)
    {
        var next = 0;
        foreach (var property in row.EnumerateObject())
        {
            // The server answers in about the order it was asked in: what comes next is looked for first, and no name is made a string.
            for (var i = 0; i < given.Length; i++)
            {
                var at = next + i < given.Length ? next + i : next + i - given.Length;
                if (property.NameEquals(given[at].Server))
                {
                    foreach (var place in given[at].Places)
                    {
                        values[place] = property.Value;
                    }

                    next = at + 1;
                    break;
                }
            }
        }

        if (hasRules)
        {
            Make(row, values);
        }
    }

    /// <summary>The fields that are made of older ones.</summary>
    private void Make(JsonElement row, Span<JsonElement> values)
    {
        var older = row.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Rule is { } rule && rule.Needs.Any(older.ContainsKey) && rule.Value(older) is { } made)
            {
                values[i] = JsonSerializer.SerializeToElement(made);
            }
        }
    }
}
