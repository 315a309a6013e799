namespace Copilot.Conversation.Streaming;

/// <summary>The smallest part of an answer that is checked and shown: a sentence, a heading or a table.</summary>
/// <param name="Kind">The kind of block it stands in.</param>
/// <param name="Block">The number of its block; sentences of one paragraph or list entry share it.</param>
/// <param name="Indent">How deep a list entry is, 0 to 3.</param>
/// <param name="Text">As the model wrote it, without the sign of its block.</param>
/// <param name="IsWhole">Whether its end was seen.</param>
internal sealed record AnswerUnit(UnitKind Kind, int Block, int Indent, string Text, bool IsWhole)
{
    /// <summary>Gets a value indicating whether it begins a line.</summary>
    public bool StartsLine { get; init; }
}
