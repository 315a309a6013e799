using Copilot.Contracts;
using Copilot.Conversation.Planning;

namespace Copilot.Conversation.Running;

/// <summary>One planned call and what came of it.</summary>
/// <param name="Step">What was planned.</param>
/// <param name="Call">The exact call.</param>
/// <param name="Rule">The rule of governance that decided.</param>
/// <param name="Result">What the tool gave back, or why it did not run.</param>
/// <param name="DurationMs">How long it took.</param>
internal sealed record ExecutedCall(PlannedStep Step, ToolCall Call, string Rule, ToolResult Result, long DurationMs)
{
    /// <summary>Gets what became of the action that the call prepared; null when it prepared none.</summary>
    public ProposalVerdict? Ruling { get; init; }
}
