using System.Text.Json.Nodes;

namespace Copilot.Conversation.Planning;

/// <summary>What a turn will do.</summary>
internal sealed record Plan
{
    /// <summary>Gets the calls, in the order of the question.</summary>
    public IReadOnlyList<PlannedStep> Steps { get; init; } = [];

    /// <summary>Gets what to say besides; alone when there are no calls.</summary>
    public PlanReply? Reply { get; init; }

    /// <summary>Gets sentences of the planner on how it read the question.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Gets a value indicating whether causes are asked for.</summary>
    public bool WantsCauses { get; init; }

    /// <summary>Gets how sure the planner is, 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>Gets what to remember of the question for a follow-up.</summary>
    public required Memo Memo { get; init; }

    /// <summary>Describes the plan for the audit.</summary>
    public JsonObject Describe() => new()
    {
        ["score"] = Math.Round(Score, 3),
        ["reply"] = Reply?.Kind.ToString(),
        ["attachments"] = new JsonArray([.. Memo.Attachments.Select(a => (JsonNode)a)]),
        ["notes"] = new JsonArray([.. Notes.Select(n => (JsonNode)n)]),
        ["calls"] = new JsonArray([.. Steps.Select(s => (JsonNode)new JsonObject { ["tool"] = s.Tool.Name, ["arguments"] = s.Arguments.DeepClone(), ["score"] = Math.Round(s.Score, 3) })]),
    };
}
