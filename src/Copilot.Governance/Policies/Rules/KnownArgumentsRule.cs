using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Governance.Policies.Rules;

/// <summary>Arguments must be those the tool declares, of the declared type, and of a sane size.</summary>
internal sealed class KnownArgumentsRule : IPolicyRule
{
    /// <summary>The longest text an argument may hold, in characters; a question fits.</summary>
    private const int LongestText = 8000;

    private const int LongestList = 100;

    public string Name => "known_arguments";

    public RuleVerdict Judge(PolicyQuestion question)
    {
        var parameters = question.Tool.Parameters.ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var (name, value) in question.Call.Arguments)
        {
            if (!parameters.TryGetValue(name, out var parameter))
            {
                return Refuse($"{question.Tool.Name} has no parameter '{Shorten(name)}'.");
            }

            if (value is not null && !Fits(parameter, value))
            {
                return Refuse($"The value for '{name}' of {question.Tool.Name} is not {Describe(parameter.Type)}.");
            }
        }

        var missing = question.Tool.Parameters.FirstOrDefault(p => p.Required && question.Call.Arguments[p.Name] is null);
        return missing is null ? RuleVerdict.Silent : Refuse($"{question.Tool.Name} needs '{missing.Name}'.");
    }

    private static RuleVerdict Refuse(string reason) => new(Decision.Deny, reason);

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static bool Fits(ToolParameter parameter, JsonNode value) => parameter.Type switch
    {
        ParameterType.Text => Text(value) is { } text && text.Length <= LongestText
            && (parameter.Choices.Count == 0 || parameter.Choices.ContainsKey(text)),
        ParameterType.Date => Text(value) is { } day && DateOnly.TryParseExact(day, "yyyy-MM-dd", out _),
        ParameterType.WholeNumber => value.GetValueKind() == JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var whole) && whole == decimal.Truncate(whole),
        ParameterType.Number => value.GetValueKind() == JsonValueKind.Number,
        ParameterType.Flag => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        ParameterType.TextList => value is JsonArray list && list.Count <= LongestList && list.All(e => e is not null && Text(e) is { Length: <= LongestText }),
        _ => false,
    };

    private static string? Text(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static string Describe(ParameterType type) => type switch
    {
        ParameterType.Text => "a text it knows",
        ParameterType.Date => "a day (yyyy-MM-dd)",
        ParameterType.WholeNumber => "a whole number",
        ParameterType.Number => "a number",
        ParameterType.Flag => "true or false",
        _ => "a list of texts",
    };
}
