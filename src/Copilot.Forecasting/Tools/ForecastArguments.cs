using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Forecasting.Tools;

/// <summary>Arguments of a call, held to the tool's own definition. They are untrusted.</summary>
internal sealed class ForecastArguments
{
    private const int LongestText = 200;
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    private ForecastArguments()
    {
    }

    /// <summary>Reads them, or says for people what is wrong.</summary>
    public static (ForecastArguments? Read, string? Fault) Read(ToolDefinition definition, JsonObject arguments)
    {
        var read = new ForecastArguments();
        foreach (var (name, node) in arguments)
        {
            if (definition.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
            {
                return (null, $"{definition.Name} has no parameter \"{Wording.Clean(name, 60)}\".");
            }

            if (node is null)
            {
                continue;
            }

            if (Value(parameter, node) is not { } value)
            {
                return (null, $"{parameter.Name} should be {Expected(parameter)}.");
            }

            read._values[name] = value;
        }

        return (read, null);
    }

    /// <summary>A text that was said, or null.</summary>
    public string? Text(string name) => _values.TryGetValue(name, out var value) ? (string)value : null;

    /// <summary>A day that was said, or null.</summary>
    public DateOnly? Day(string name) => _values.TryGetValue(name, out var value) ? (DateOnly)value : null;

    /// <summary>A number that was said, or null.</summary>
    public double? Number(string name) => _values.TryGetValue(name, out var value) ? (double)value : null;

    /// <summary>The names in it.</summary>
    public DemandScope Scope() => new()
    {
        Product = Text("product"), Category = Text("category"), Warehouse = Text("warehouse"), Customer = Text("customer"), Supplier = Text("supplier"),
    };

    private static object? Value(ToolParameter parameter, JsonNode node) => parameter.Type switch
    {
        ParameterType.Text when AsText(node) is { Length: > 0 and <= LongestText } text => parameter.Choices.Count == 0
            ? text
            : parameter.Choices.Keys.FirstOrDefault(k => k.Equals(text, StringComparison.OrdinalIgnoreCase)),
        ParameterType.Date => DateOnly.TryParseExact(AsText(node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1990 and < 2200 ? day : null,
        ParameterType.WholeNumber => AsNumber(node) is { } whole && whole == Math.Truncate(whole) && whole is >= 1 and <= 1000 ? whole : null,
        ParameterType.Number => AsNumber(node) is { } number and >= 0 and < 1e12 ? number : null,
        _ => null,
    };

    private static string? AsText(JsonNode node) => node is JsonValue && node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>().Trim() : null;

    private static double? AsNumber(JsonNode node)
    {
        var text = node is not JsonValue ? null : node.GetValueKind() == JsonValueKind.Number ? node.ToJsonString() : AsText(node);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    private static string Expected(ToolParameter parameter) => parameter.Type switch
    {
        ParameterType.Text when parameter.Choices.Count > 0 => $"one of {string.Join(", ", parameter.Choices.Keys)}",
        ParameterType.Text => $"a text of at most {LongestText} characters",
        ParameterType.Date => "a day written as 2026-11-27",
        ParameterType.WholeNumber => "a whole number from 1 to 1000",
        _ => "a number, not negative",
    };
}
