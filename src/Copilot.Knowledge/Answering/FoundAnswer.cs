using Copilot.Knowledge.Retrieval;

namespace Copilot.Knowledge.Answering;

/// <summary>The statements that answer a question.</summary>
internal sealed record FoundAnswer
{
    /// <summary>Gets the best statement.</summary>
    public required FoundStatement Best { get; init; }

    /// <summary>Gets further statements that belong to the answer, in the order to read them.</summary>
    public required IReadOnlyList<FoundStatement> Further { get; init; }

    /// <summary>Gets a statement of another document that gives another figure on the same point, or null.</summary>
    public FoundStatement? Contrary { get; init; }

    /// <summary>Gets the passages that hold text addressed to a program, which was not used.</summary>
    public required IReadOnlyList<RankedPassage> Flagged { get; init; }
}
