using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Copilot.Odoo.Client;

/// <summary>One row as Odoo answered it, read by field type: Odoo writes <c>false</c> for empty.</summary>
/// <param name="columns">The place of each field; the rows of one answer share it.</param>
/// <param name="values">The values of all rows of the answer, row by row and by place; undefined where a row does not hold the field.</param>
/// <param name="start">Where this row's values begin.</param>
internal sealed class OdooRow(OdooColumns columns, JsonElement[] values, int start)
{
    /// <summary>A row of its own.</summary>
    public OdooRow(IReadOnlyCollection<KeyValuePair<string, JsonElement>> values)
        : this(new OdooColumns(values.Select(v => v.Key)), [.. values.Select(v => v.Value)], 0)
    {
    }

    public int Id => Value("id").GetInt32();

    /// <summary>Whether the row holds the field: a field may be left out because the caller may not see it.</summary>
    public bool Has(string field) => Value(field).ValueKind != JsonValueKind.Undefined;

    public string? Text(string field)
        => Value(field) is { ValueKind: JsonValueKind.String } v ? v.GetString() : null;

    /// <summary>Whether a field of text says exactly this.</summary>
    public bool Says(string field, string text) => Value(field) is { ValueKind: JsonValueKind.String } v && v.ValueEquals(text);

    public decimal Number(string field)
        => Value(field) is { ValueKind: JsonValueKind.Number } v ? v.GetDecimal() : 0m;

    public int Whole(string field)
        => Value(field) is { ValueKind: JsonValueKind.Number } v ? v.GetInt32() : 0;

    public bool Flag(string field)
        => Value(field).ValueKind == JsonValueKind.True;

    public DateOnly? Date(string field)
        => Text(field) is { Length: >= 10 } s && DateOnly.TryParseExact(s[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d : null;

    /// <summary>A datetime field; Odoo writes UTC without a zone.</summary>
    public DateTimeOffset? Moment(string field)
        => Value(field) is { ValueKind: JsonValueKind.String } v ? OdooMoment.Read(JsonMarshal.GetRawUtf8Value(v)[1..^1]) : null;

    /// <summary>A many2one: id and display name, or null when empty. A record without a name, such as an e-mail without a subject, has an empty one.</summary>
    public (int Id, string Name)? Link(string field)
        => Value(field) is { ValueKind: JsonValueKind.Array } v && v.GetArrayLength() == 2
            ? (v[0].GetInt32(), v[1].ValueKind == JsonValueKind.String ? v[1].GetString()! : string.Empty)
            : null;

    /// <summary>The id of a many2one; 0 when empty.</summary>
    public int LinkId(string field) => Value(field) is { ValueKind: JsonValueKind.Array } v && v.GetArrayLength() == 2 ? v[0].GetInt32() : 0;

    /// <summary>An x2many: ids.</summary>
    public IReadOnlyList<int> Links(string field)
        => Value(field) is { ValueKind: JsonValueKind.Array } v ? [.. v.EnumerateArray().Select(e => e.GetInt32())] : [];

    public JsonElement? Raw(string field) => Value(field) is { ValueKind: not JsonValueKind.Undefined } v ? v : null;

    private JsonElement Value(string field) => columns.Place(field) is >= 0 and var place ? values[start + place] : default;
}
