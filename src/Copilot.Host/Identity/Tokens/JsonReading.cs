using System.Text.Json;

namespace Copilot.Host.Identity.Tokens;

/// <summary>Reads values of foreign JSON: what is missing or of another kind is null, never an exception.</summary>
internal static class JsonReading
{
    /// <summary>Gets a text.</summary>
    /// <param name="element">An object.</param>
    /// <param name="name">The member.</param>
    /// <returns>The text, or null.</returns>
    public static string? Word(this JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Gets a moment written as seconds since 1970.</summary>
    /// <param name="element">An object.</param>
    /// <param name="name">The member.</param>
    /// <returns>The moment, or null.</returns>
    public static DateTimeOffset? Moment(this JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && Math.Abs(seconds) < 1e11
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;

    /// <summary>Gets the texts of a member that is a text or a list.</summary>
    /// <param name="element">An object.</param>
    /// <param name="name">The member.</param>
    /// <returns>The texts; numbers as they are written.</returns>
    public static IReadOnlyList<string> Words(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
        {
            return [];
        }

        var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
        return [.. items.Where(i => i.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(i => i.ValueKind == JsonValueKind.String ? i.GetString()! : i.GetRawText())];
    }
}
