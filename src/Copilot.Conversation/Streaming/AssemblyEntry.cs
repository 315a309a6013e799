namespace Copilot.Conversation.Streaming;

/// <summary>A unit on its way into the answer.</summary>
internal sealed class AssemblyEntry
{
    /// <summary>Gets or sets where it stands.</summary>
    public required AnswerUnit Unit { get; set; }

    /// <summary>Gets or sets its text; for a table the whole of it.</summary>
    public required ReadUnit Read { get; set; }

    /// <summary>Gets the cells of a table, by row.</summary>
    public IReadOnlyList<IReadOnlyList<ReadUnit>> Rows { get; init; } = [];

    /// <summary>Gets or sets what the check says.</summary>
    public required UnitVerdict Verdict { get; set; }

    /// <summary>Gets or sets a value indicating whether it was shown or given up.</summary>
    public bool IsDone { get; set; }
}
