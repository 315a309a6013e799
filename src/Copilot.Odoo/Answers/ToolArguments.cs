using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Odoo.Answers;

/// <summary>Arguments that were checked against the tool's own definition: known names, right types, allowed choices, bounded lengths.</summary>
internal sealed class ToolArguments
{
    private const int LongestText = 200;
    private const int LongestMessage = 4000;
    private const int MostTexts = 20;
    private readonly Dictionary<string, object> values = [];

    private ToolArguments()
    {
    }

    /// <summary>Reads untrusted arguments, or says for people what is wrong with them.</summary>
    public static ToolArguments? Read(ToolDefinition definition, JsonObject arguments, out string? fault)
    {
        var read = new ToolArguments();
        foreach (var (name, node) in arguments)
        {
            if (definition.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
            {
                fault = $"{definition.Name} has no parameter {Phrase.Quoted(name)}.";
                return null;
            }

            if (node is null)
            {
                continue;
            }

            if (Value(parameter, node) is not { } value)
            {
                fault = $"{parameter.Name} should be {Expected(parameter)}.";
                return null;
            }

            read.values[name] = value;
        }

        fault = definition.Parameters.FirstOrDefault(p => p.Required && !read.values.ContainsKey(p.Name)) is { } missing
            ? $"{missing.Name} is missing: {Phrase.Clean(missing.Description)}"
            : null;
        return fault is null ? read : null;
    }

    public string? Text(string name) => values.TryGetValue(name, out var v) ? (string)v : null;

    /// <summary>Several texts in the order they were said; empty when none was.</summary>
    public IReadOnlyList<string> Texts(string name) => values.TryGetValue(name, out var v) ? (IReadOnlyList<string>)v : [];

    public int? Whole(string name) => values.TryGetValue(name, out var v) ? (int)v : null;

    public decimal? Number(string name) => values.TryGetValue(name, out var v) ? (decimal)v : null;

    public DateOnly? Day(string name) => values.TryGetValue(name, out var v) ? (DateOnly)v : null;

    /// <summary>Whether any of these parameters was said.</summary>
    public bool Has(IEnumerable<ToolParameter> parameters) => parameters.Any(p => values.ContainsKey(p.Name));

    private static object? Value(ToolParameter parameter, JsonNode node) => parameter.Type switch
    {
        ParameterType.Text => AsText(node) is { Length: > 0 } s && s.Length <= Longest(parameter) ? Chosen(parameter, s) : null,
        ParameterType.TextList => AsTexts(node),
        ParameterType.Date => AsText(node) is { } s && DateOnly.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) && d.Year is > 1990 and < 2200 ? d : null,
        ParameterType.WholeNumber => AsNumber(node) is { } n && n == decimal.Truncate(n) && n is >= 1 and <= 1000 ? (int)n : null,
        ParameterType.Number => AsNumber(node) is { } n && n is >= 0 and < 1_000_000_000_000m ? n : null,
        _ => null,
    };

    private static string? Chosen(ToolParameter parameter, string text)
        => parameter.Choices.Count == 0 ? text : parameter.Choices.Keys.FirstOrDefault(k => k.Equals(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Words that are written as they are may be as long as a letter; names are short.</summary>
    private static int Longest(ToolParameter parameter) => parameter.Slot is SlotKind.Message or SlotKind.Question ? LongestMessage : LongestText;

    /// <summary>A list of names, or a single one.</summary>
    private static List<string>? AsTexts(JsonNode node)
    {
        var texts = node is JsonArray list ? list.Select(n => n is null ? null : AsText(n)).ToList() : [AsText(node)];
        return texts.Count is > 0 and <= MostTexts && texts.TrueForAll(t => t is { Length: > 0 and <= LongestText }) ? texts.ConvertAll(t => t!) : null;
    }

    private static string? AsText(JsonNode node)
        => node is JsonValue && node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>().Trim() : null;

    private static decimal? AsNumber(JsonNode node)
    {
        var text = node is JsonValue ? node.GetValueKind() switch { JsonValueKind.Number => node.ToJsonString(), JsonValueKind.String => node.GetValue<string>(), _ => null } : null;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : null;
    }

    private static string Expected(ToolParameter parameter) => parameter.Type switch
    {
        ParameterType.Text when parameter.Choices.Count > 0 => $"one of {Phrase.List(parameter.Choices.Keys, "or")}",
        ParameterType.Text => $"a text of at most {Longest(parameter)} characters",
        ParameterType.TextList => $"a list of at most {MostTexts} names",
        ParameterType.Date => "a day written as 2026-11-27",
        ParameterType.WholeNumber => "a whole number from 1 to 1000",
        _ => "a number, not negative",
    };
}
