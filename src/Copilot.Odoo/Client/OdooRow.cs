using System.Globalization;
using System.Text.Json;

namespace Copilot.Odoo.Client;

/// <summary>One row as Odoo answered it, read by field type: Odoo writes <c>false</c> for empty.</summary>
internal sealed class OdooRow(IReadOnlyDictionary<string, JsonElement> values)
{
    public int Id => values["id"].GetInt32();

    /// <summary>Whether the row holds the field: a field may be left out because the caller may not see it.</summary>
    public bool Has(string field) => values.ContainsKey(field);

    public string? Text(string field)
        => values.TryGetValue(field, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;

    public decimal Number(string field)
        => values.TryGetValue(field, out var v) && v.ValueKind == JsonValueKind.Number ? v.GetDecimal() : 0m;

    public int Whole(string field)
        => values.TryGetValue(field, out var v) && v.ValueKind == JsonValueKind.Number ? v.GetInt32() : 0;

    public bool Flag(string field)
        => values.TryGetValue(field, out var v) && v.ValueKind == JsonValueKind.True;

    public DateOnly? Date(string field)
        => Text(field) is { Length: >= 10 } s && DateOnly.TryParseExact(s[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d : null;

    /// <summary>A datetime field; Odoo writes UTC without a zone.</summary>
    public DateTimeOffset? Moment(string field)
        => Text(field) is { } s && DateTimeOffset.TryParseExact(s, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.ffffff", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var m) ? m : null;

    /// <summary>A many2one: id and display name, or null when empty. A record without a name, such as an e-mail without a subject, has an empty one.</summary>
    public (int Id, string Name)? Link(string field)
        => values.TryGetValue(field, out var v) && v.ValueKind == JsonValueKind.Array && v.GetArrayLength() == 2
            ? (v[0].GetInt32(), v[1].ValueKind == JsonValueKind.String ? v[1].GetString()! : string.Empty)
            : null;

    /// <summary>An x2many: ids.</summary>
    public IReadOnlyList<int> Links(string field)
        => values.TryGetValue(field, out var v) && v.ValueKind == JsonValueKind.Array ? [.. v.EnumerateArray().Select(e => e.GetInt32())] : [];

    public JsonElement? Raw(string field) => values.TryGetValue(field, out var v) ? v : null;
}
