using Copilot.Contracts;

namespace Copilot.Tests.Evals;

/// <summary>Turns for tests.</summary>
internal static class Answers
{
    public static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static Turn Of(string answer, TurnOutcome outcome = TurnOutcome.Answered, string question = "?", IReadOnlyList<Source>? sources = null, IReadOnlyList<Card>? cards = null, string tool = "knowledge.search")
        => new()
        {
            TurnId = "t1",
            ConversationId = "c1",
            Question = question,
            Answer = answer,
            Outcome = outcome,
            Planner = PlannerKind.Rules,
            Grounding = new GroundingReport(true, []),
            StartedAt = At,
            DurationMs = 3,
            Sources = sources ?? [],
            Cards = cards ?? [],
            ToolCalls = [new ToolCallRecord { Name = tool, Arguments = [], Outcome = ToolOutcome.Ok, DurationMs = 1 }],
        };

    public static Source Passage(string id, string title) => new() { Id = id, Kind = EvidenceKind.Passage, Title = title, Excerpt = "…", AsOf = At };

    public static Source Record(string id, string title, string uri) => new() { Id = id, Kind = EvidenceKind.Record, Title = title, Uri = uri, Excerpt = "…", AsOf = At };
}
