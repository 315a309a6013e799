using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Conversation.Planning;

/// <summary>What a turn leaves for the next: its calls, the things it spoke of, the topics and amounts it found.</summary>
internal sealed record Memo
{
    private const int MostThings = 8;
    private const int MostTopics = 12;

    /// <summary>Gets the calls: tool and arguments.</summary>
    public IReadOnlyList<(string Tool, JsonObject Arguments)> Calls { get; init; } = [];

    /// <summary>Gets the things mentioned, the newest first.</summary>
    public IReadOnlyList<(SlotKind Kind, string Canonical, string Name)> Things { get; init; } = [];

    /// <summary>Gets the topics of the results, in the order of the answer.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Gets the sums of money of the results' list entries.</summary>
    public IReadOnlyList<decimal> Sums { get; init; } = [];

    /// <summary>Gets the uploaded documents that the conversation goes on with.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Gets the actions that were recommended, ready to be proposed.</summary>
    public IReadOnlyList<NextStep> Next { get; init; } = [];

    /// <summary>Gets a value indicating whether the calls were offered and not made.</summary>
    public bool Offers { get; init; }

    /// <summary>Adds what an earlier turn spoke of and this one did not.</summary>
    public Memo After(Memo? earlier) => earlier is null ? this : this with
    {
        Topics = Topics.Count > 0 ? Topics : earlier.Topics,
        Sums = Sums.Count > 0 ? Sums : earlier.Sums,
        Next = Next.Count > 0 ? Next : earlier.Next,
        Things = [.. Things.Concat(earlier.Things).DistinctBy(t => (t.Kind, t.Canonical)).Take(MostThings)],
    };

    /// <summary>Writes the memo for the store.</summary>
    public JsonObject ToJson() => new()
    {
        ["offers"] = Offers,
        ["attachments"] = new JsonArray([.. Attachments.Select(a => (JsonNode)a)]),
        ["calls"] = new JsonArray([.. Calls.Select(c => (JsonNode)new JsonObject { ["tool"] = c.Tool, ["arguments"] = c.Arguments.DeepClone() })]),
        ["things"] = new JsonArray([.. Things.Take(MostThings).Select(t => (JsonNode)new JsonObject { ["kind"] = t.Kind.ToString(), ["canonical"] = t.Canonical, ["name"] = t.Name })]),
        ["topics"] = new JsonArray([.. Topics.Take(MostTopics).Select(t => (JsonNode)t)]),
        ["next"] = Recommended.ToJson(Next),
        ["sums"] = new JsonArray([.. Sums.Take(50).Select(s => (JsonNode)s)]),
    };

    /// <summary>Reads a memo; null when the turn left none.</summary>
    public static Memo? From(JsonObject json)
    {
        if (json["calls"] is not JsonArray calls)
        {
            return null;
        }

        return new Memo
        {
            Offers = (bool?)json["offers"] ?? false,
            Calls = [.. calls.OfType<JsonObject>().Select(c => ((string?)c["tool"] ?? string.Empty, (JsonObject)(c["arguments"]?.DeepClone() ?? new JsonObject())))],
            Things = [.. Items(json, "things").OfType<JsonObject>().Select(t => (
                Enum.TryParse<SlotKind>((string?)t["kind"], out var kind) ? kind : SlotKind.None, (string?)t["canonical"] ?? string.Empty, (string?)t["name"] ?? string.Empty))],
            Attachments = [.. Items(json, "attachments").Select(a => (string?)a ?? string.Empty)],
            Next = Recommended.From(Items(json, "next")),
            Topics = [.. Items(json, "topics").Select(t => (string?)t ?? string.Empty)],
            Sums = [.. Items(json, "sums").Select(s => (decimal?)s ?? 0)],
        };
    }

    private static JsonArray Items(JsonObject json, string name) => json[name] as JsonArray ?? [];
}
