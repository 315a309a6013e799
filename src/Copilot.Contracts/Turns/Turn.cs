namespace Copilot.Contracts;

/// <summary>A finished turn as clients see it.</summary>
public sealed record Turn
{
    /// <summary>Gets the turn's id.</summary>
    public required string TurnId { get; init; }

    /// <summary>Gets the conversation's id.</summary>
    public required string ConversationId { get; init; }

    /// <summary>Gets the question as asked.</summary>
    public required string Question { get; init; }

    /// <summary>Gets the answer: markdown with <c>[S1]</c> marks.</summary>
    public required string Answer { get; init; }

    /// <summary>Gets how the turn ended.</summary>
    public required TurnOutcome Outcome { get; init; }

    /// <summary>Gets which planner answered.</summary>
    public required PlannerKind Planner { get; init; }

    /// <summary>Gets why the answer is of a lesser kind than configured (a model was down, say), or null.</summary>
    public string? Degraded { get; init; }

    /// <summary>Gets the sources the answer cites, in the order of their marks.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Gets what was looked up.</summary>
    public IReadOnlyList<ToolCallRecord> ToolCalls { get; init; } = [];

    /// <summary>Gets tables, charts and key figures beside the text.</summary>
    public IReadOnlyList<Card> Cards { get; init; } = [];

    /// <summary>Gets actions that wait for a decision.</summary>
    public IReadOnlyList<Proposal> Proposals { get; init; } = [];

    /// <summary>Gets what the citation check found.</summary>
    public required GroundingReport Grounding { get; init; }

    /// <summary>Gets tokens and cost; all zero when no model took part.</summary>
    public TurnUsage Usage { get; init; } = new();

    /// <summary>Gets when the turn began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets how long it took, in milliseconds.</summary>
    public required long DurationMs { get; init; }
}
