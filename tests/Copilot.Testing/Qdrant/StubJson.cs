using System.Text.Json;

namespace Copilot.Testing.Qdrant;

/// <summary>Reads a request's JSON strictly: fields that the interface does not have and values of another type are violations.</summary>
internal static class StubJson
{
    /// <summary>Insists that an object has no other fields than these; those that end in <c>!</c> must be there.</summary>
    public static JsonElement Only(this JsonElement element, string where, params string[] fields)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw StubRefusal.Violation($"{where} is no object");
        }

        var names = fields.Select(f => f.TrimEnd('!')).ToHashSet(StringComparer.Ordinal);
        foreach (var field in element.EnumerateObject().Where(f => !names.Contains(f.Name)))
        {
            throw StubRefusal.Violation($"{where} has no field {field.Name}");
        }

        foreach (var field in fields.Where(f => f.EndsWith('!') && !element.TryGetProperty(f[..^1], out _)))
        {
            throw StubRefusal.Violation($"missing field `{field[..^1]}` in {where}");
        }

        return element;
    }

    public static JsonElement? Find(this JsonElement element, string field)
        => element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string Text(this JsonElement element, string field)
        => element.Find(field) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw StubRefusal.Violation($"{field} is no string");

    public static bool Flag(this JsonElement element, string field, bool absent)
        => element.Find(field) switch
        {
            null => absent,
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            _ => throw StubRefusal.Violation($"{field} is no boolean"),
        };

    public static int Whole(this JsonElement element, string field, int least)
        => element.Find(field) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var whole)
            ? whole >= least ? whole : throw new StubRefusal(422, $"Validation error in JSON body: [{field}: value {whole} invalid, must be {least} or larger]")
            : throw StubRefusal.Violation($"{field} is no whole number");

    public static void OneOf(this JsonElement element, string field, params string[] values)
    {
        if (element.Find(field) is not null && !values.Contains(element.Text(field)))
        {
            throw StubRefusal.Violation($"{field}: unknown variant `{element.Text(field)}`, expected one of {string.Join(", ", values)}");
        }
    }

    public static IReadOnlyList<JsonElement> List(this JsonElement element, string field)
        => element.Find(field) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : throw StubRefusal.Violation($"{field} is no list");

    public static float[] Numbers(this JsonElement list)
        => list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(n => n.ValueKind == JsonValueKind.Number)
            ? [.. list.EnumerateArray().Select(n => n.GetSingle())]
            : throw StubRefusal.Violation("a vector is no list of numbers");

    /// <summary>An id is an unsigned number or a UUID and nothing else.</summary>
    public static string Id(this JsonElement id)
        => id.ValueKind == JsonValueKind.Number && id.TryGetUInt64(out var number) ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : id.ValueKind == JsonValueKind.String && Guid.TryParse(id.GetString(), out var guid) ? guid.ToString()
            : throw new StubRefusal(400, $"Format error in JSON body: value {id.GetRawText()} is not a valid point ID, valid values are either an unsigned integer or a UUID", violation: true);
}
