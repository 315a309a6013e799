using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Governance.Approvals.Telling;

/// <summary>Which proposals are asked for. What it holds is untrusted.</summary>
internal sealed record ProposalQuery
{
    private const int LongestText = 200;
    private const int MostShown = 50;
    private const int StandardShown = 10;

    private static readonly string[] SubjectNames = ["customer", "product", "order", "purchase"];

    /// <summary><c>all</c>, <c>approved</c>, <c>rejected</c>, <c>waiting</c>, <c>done</c>, <c>failed</c> or <c>lapsed</c>.</summary>
    public string State { get; private init; } = "all";

    /// <summary>The kind of action: a key of <see cref="ActionNames"/>; null for all.</summary>
    public string? Action { get; private init; }

    /// <summary>Names that the proposal must hold, of a customer, a product or an order.</summary>
    public IReadOnlyList<string> Subjects { get; private init; } = [];

    /// <summary>Somebody who asked for it or decided it.</summary>
    public string? Person { get; private init; }

    /// <summary>Whether only those are meant that the one who asks proposed or decided.</summary>
    public bool IsMine { get; private init; }

    public DateOnly? From { get; private init; }

    public DateOnly? To { get; private init; }

    public int Count { get; private init; } = StandardShown;

    /// <summary>Reads the arguments, or says for people what is wrong.</summary>
    public static (ProposalQuery? Read, string? Fault) Read(ToolDefinition definition, JsonObject arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, node) in arguments)
        {
            if (definition.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
            {
                return (null, $"{definition.Name} has no parameter \"{ProposalText.Clean(name, 60)}\".");
            }

            if (node is null)
            {
                continue;
            }

            if (Value(parameter, node) is not { } value)
            {
                return (null, $"{parameter.Name} should be {Expected(parameter)}.");
            }

            values[name] = value;
        }

        return (
            new ProposalQuery
            {
                State = values.GetValueOrDefault("state") ?? "all",
                Action = values.GetValueOrDefault("action"),
                Subjects = [.. SubjectNames.Select(n => values.GetValueOrDefault(n)).OfType<string>()],
                Person = values.GetValueOrDefault("person"),
                IsMine = values.GetValueOrDefault("scope") == "mine",
                From = Day(values.GetValueOrDefault("from")),
                To = Day(values.GetValueOrDefault("to")),
                Count = values.TryGetValue("count", out var count) ? Math.Min(int.Parse(count, CultureInfo.InvariantCulture), MostShown) : StandardShown,
            },
            null);
    }

    private static string? Value(ToolParameter parameter, JsonNode node)
    {
        var text = node is JsonValue && node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>().Trim() : null;
        return parameter.Type switch
        {
            ParameterType.Text when text is { Length: > 0 and <= LongestText } => parameter.Choices.Count == 0 ? text : parameter.Choices.Keys.FirstOrDefault(k => k.Equals(text, StringComparison.OrdinalIgnoreCase)),
            ParameterType.Date => Day(text) is { Year: > 1990 and < 2200 } ? text : null,
            ParameterType.WholeNumber => decimal.TryParse(text ?? (node is JsonValue && node.GetValueKind() == JsonValueKind.Number ? node.ToJsonString() : null), NumberStyles.Float, CultureInfo.InvariantCulture, out var whole)
                && whole == Math.Truncate(whole) && whole is >= 1 and <= 1000 ? whole.ToString("0", CultureInfo.InvariantCulture) : null,
            _ => null,
        };
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Expected(ToolParameter parameter) => parameter.Type switch
    {
        ParameterType.Text when parameter.Choices.Count > 0 => $"one of {string.Join(", ", parameter.Choices.Keys)}",
        ParameterType.Text => $"a text of at most {LongestText} characters",
        ParameterType.Date => "a day written as 2026-11-27",
        _ => "a whole number from 1 to 1000",
    };
}
