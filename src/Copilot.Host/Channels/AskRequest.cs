using Copilot.Contracts;

namespace Copilot.Host.Channels;

/// <summary>A question as clients send it, by REST and by the hub alike. Untrusted.</summary>
public sealed record AskRequest
{
    /// <summary>Gets the question: 1 to 8,000 characters of text.</summary>
    public string? Question { get; init; }

    /// <summary>Gets the conversation to go on with, or null for a new one.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Gets the record in view, or null.</summary>
    public RecordRef? Focus { get; init; }

    /// <summary>Gets ids of uploaded documents.</summary>
    public IReadOnlyList<string>? Attachments { get; init; }
}
