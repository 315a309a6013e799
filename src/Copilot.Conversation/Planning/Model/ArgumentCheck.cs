using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Conversation.Planning.Model;

/// <summary>Holds a model's arguments to the tool's schema. What can be read in one way only is put right; everything else goes back.</summary>
internal static class ArgumentCheck
{
    private const int LongestText = 2_000;
    private const int MostEntries = 50;

    /// <summary>Checks arguments.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="raw">What the model sent; null when it was no JSON object.</param>
    /// <returns>The arguments for the call, or what does not fit as one sentence.</returns>
    public static (JsonObject? Arguments, string? Fault) Check(ToolDefinition tool, JsonObject? raw)
    {
        if (raw is null)
        {
            return (null, "the arguments are no JSON object.");
        }

        var faults = new List<string>();
        var arguments = new JsonObject();
        foreach (var (name, value) in raw)
        {
            if (tool.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
            {
                faults.Add($"there is no argument '{Short(name)}'");
            }
            else if (!IsAbsent(value))
            {
                var read = Read(parameter, value!);
                if (read is null)
                {
                    faults.Add($"'{name}' must be {Wanted(parameter)}, not {Short(value!.ToJsonString())}");
                }
                else
                {
                    arguments[name] = read;
                }
            }
        }

        faults.AddRange(tool.Parameters.Where(p => p.Required && !arguments.ContainsKey(p.Name) && !faults.Exists(f => f.Contains($"'{p.Name}'", StringComparison.Ordinal))).Select(p => $"'{p.Name}' is missing"));
        return faults.Count == 0 ? (arguments, null) : (null, string.Join("; ", faults) + ".");
    }

    /// <summary>Models send null or nothing for what they leave out.</summary>
    private static bool IsAbsent(JsonNode? value)
        => value is null || value.GetValueKind() == JsonValueKind.Null || (value.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetValue<string>()));

    private static JsonNode? Read(ToolParameter parameter, JsonNode value) => parameter.Type switch
    {
        ParameterType.WholeNumber => Number(value) is { } whole && decimal.Truncate(whole) == whole && Math.Abs(whole) <= int.MaxValue ? (int)whole : null,
        ParameterType.Number => Number(value) is { } number && Math.Abs(number) < 1_000_000_000_000m ? number : null,
        ParameterType.Flag => value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => bool.TryParse(value.GetValue<string>(), out var flag) ? flag : null,
            _ => null,
        },
        ParameterType.Date => Text(value) is { } text && DateOnly.TryParseExact(text.Length > 10 && text[10] == 'T' ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        ParameterType.TextList => List(parameter, value),
        _ => Choice(parameter, value.GetValueKind() == JsonValueKind.Number ? value.ToJsonString() : Text(value)),
    };

    private static JsonArray? List(ToolParameter parameter, JsonNode value)
    {
        var entries = value is JsonArray array ? array.Select(e => e is null ? null : Choice(parameter, Text(e))).ToList() : [Choice(parameter, Text(value))];
        return entries.Count is > 0 and <= MostEntries && !entries.Contains(null) ? new JsonArray([.. entries.Select(e => (JsonNode)e!)]) : null;
    }

    private static string? Choice(ToolParameter parameter, string? text)
        => text is null || parameter.Choices.Count == 0 ? text : parameter.Choices.Keys.FirstOrDefault(c => c.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));

    private static string? Text(JsonNode value) => value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: <= LongestText } text ? text.Trim() : null;

    private static decimal? Number(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        JsonValueKind.String => decimal.TryParse(value.GetValue<string>(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var written) ? written : null,
        _ => null,
    };

    private static string Wanted(ToolParameter parameter) => parameter.Type switch
    {
        ParameterType.WholeNumber => "a whole number",
        ParameterType.Number => "a number",
        ParameterType.Flag => "true or false",
        ParameterType.Date => "a day as yyyy-MM-dd",
        ParameterType.TextList => "a list of texts" + Choices(parameter),
        _ => "a text" + Choices(parameter),
    };

    private static string Choices(ToolParameter parameter) => parameter.Choices.Count == 0 ? string.Empty : " out of " + string.Join(", ", parameter.Choices.Keys.Order(StringComparer.Ordinal));

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
