using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Planning;

/// <summary>Actions that an earlier answer of the conversation recommended, complete with their arguments: asked for in their own words, they are proposed as they stand.</summary>
internal static class Recommended
{
    /// <summary>How many are kept for the turns to come.</summary>
    public const int Most = 12;

    private const int LongestArguments = 20_000;

    /// <summary>The one that a question asks for; null when it asks for none.</summary>
    /// <param name="steps">What was recommended.</param>
    /// <param name="question">The question. Untrusted.</param>
    public static NextStep? Find(IReadOnlyList<NextStep> steps, string question)
    {
        if (steps.Count == 0)
        {
            return null;
        }

        var said = Words(question);
        return said.Length == 0 ? null : steps.FirstOrDefault(s => Words(s.Question) == said);
    }

    /// <summary>Writes them for the store.</summary>
    public static JsonArray ToJson(IReadOnlyList<NextStep> steps)
        => [.. steps.Where(s => s.Arguments.Length <= LongestArguments).Take(Most).Select(s => (JsonNode)new JsonObject { ["tool"] = s.Tool, ["summary"] = s.Summary, ["question"] = s.Question, ["arguments"] = s.Arguments })];

    /// <summary>Reads them.</summary>
    public static IReadOnlyList<NextStep> From(JsonArray json)
        => [.. json.OfType<JsonObject>().Select(s => new NextStep((string?)s["tool"] ?? string.Empty, (string?)s["summary"] ?? string.Empty, (string?)s["question"] ?? string.Empty, (string?)s["arguments"] ?? "{}"))];

    // Marks, case and accents do not matter: people retype what they read.
    private static string Words(string text) => string.Join(' ', QuestionText.Of(text).Words.Select(w => w.Text));
}
