using System.Text.Json;
using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Rpc;

/// <summary>JSON as Python reads and writes it: whole numbers and floats stay apart (<c>1</c>, <c>1.0</c>).</summary>
internal static class WireJson
{
    /// <summary>Objects become dictionaries, arrays lists, whole numbers long, other numbers double.</summary>
    public static object? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(element),
        JsonValueKind.Array => ReadArray(element),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) && element.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? (object)whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int whole:
                writer.WriteNumberValue(whole);
                break;
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case double number:
                writer.WriteRawValue(Python.Number(number), skipInputValidation: true);
                break;
            case int[] ids:
                writer.WriteStartArray();
                foreach (var id in ids)
                {
                    writer.WriteNumberValue(id);
                }

                writer.WriteEndArray();
                break;
            case IReadOnlyDictionary<string, object?> members:
                writer.WriteStartObject();
                foreach (var (name, member) in members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable<object?> items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(RowFormat.Plain(value) as string ?? value.ToString());
                break;
        }
    }

    private static Dictionary<string, object?> ReadObject(JsonElement element)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            members[property.Name] = Read(property.Value);
        }

        return members;
    }

    private static List<object?> ReadArray(JsonElement element)
    {
        var items = new List<object?>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
        {
            items.Add(Read(item));
        }

        return items;
    }
}
