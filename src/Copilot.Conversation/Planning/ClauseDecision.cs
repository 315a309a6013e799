namespace Copilot.Conversation.Planning;

/// <summary>What the clauses of a question ask for.</summary>
internal sealed record ClauseDecision
{
    /// <summary>Gets the calls.</summary>
    public IReadOnlyList<PlannedStep> Steps { get; init; } = [];

    /// <summary>Gets calls that wait for an answer to the question back.</summary>
    public IReadOnlyList<PlannedStep> Pending { get; init; } = [];

    /// <summary>Gets what to say besides.</summary>
    public PlanReply? Reply { get; init; }

    /// <summary>Gets remarks on how the clauses were read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Gets how sure the planner is.</summary>
    public double Score { get; init; }
}
