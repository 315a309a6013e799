using Copilot.Contracts;

namespace Copilot.Conversation.Composing;

/// <summary>An answer as it may leave, with what stands behind it.</summary>
internal sealed record WrittenAnswer
{
    /// <summary>Gets the markdown.</summary>
    public required string Markdown { get; init; }

    /// <summary>Gets the sources, in the order of their marks.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Gets the evidence by mark.</summary>
    public required IReadOnlyDictionary<string, Evidence> Evidence { get; init; }

    /// <summary>Gets the cards, their sources as marks.</summary>
    public required IReadOnlyList<Card> Cards { get; init; }

    /// <summary>Gets what was looked up.</summary>
    public required IReadOnlyList<ToolCallRecord> ToolCalls { get; init; }
}
