namespace Copilot.Contracts;

/// <summary>One question on its way in.</summary>
public sealed record TurnRequest
{
    /// <summary>Gets the turn's id, made by the channel that accepted the question.</summary>
    public required string TurnId { get; init; }

    /// <summary>Gets the conversation the turn belongs to.</summary>
    public required string ConversationId { get; init; }

    /// <summary>Gets the question as typed. Untrusted.</summary>
    public required string Question { get; init; }

    /// <summary>Gets who asks.</summary>
    public required Caller Caller { get; init; }

    /// <summary>Gets the channel: <c>web</c>, <c>rest</c>, <c>terminal</c>, <c>teams</c>, <c>sidebar</c>, <c>eval</c>, <c>mcp</c>, <c>openai</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Gets the record in view when the question was asked, if any.</summary>
    public RecordRef? Focus { get; init; }

    /// <summary>Gets the ids of uploaded documents the question speaks of.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];
}
