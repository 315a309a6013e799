using Copilot.Contracts;

namespace Copilot.Conversation.Planning;

/// <summary>What the planner may know.</summary>
internal sealed record PlanInput
{
    /// <summary>Gets the question.</summary>
    public required string Question { get; init; }

    /// <summary>Gets the names the caller may see.</summary>
    public required EntityNames Names { get; init; }

    /// <summary>Gets the day it is for the caller.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Gets the record in view, if any.</summary>
    public RecordRef? Focus { get; init; }

    /// <summary>Gets the uploaded documents the question is about: its own, or those the conversation goes on with.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Gets a value indicating whether they came with this question.</summary>
    public bool AttachedNow { get; init; }

    /// <summary>Gets what the last turn left, if any.</summary>
    public Memo? Memo { get; init; }
}
