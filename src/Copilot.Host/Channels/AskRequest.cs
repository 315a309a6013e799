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

    /// <summary>Gets the language to answer in, such as <c>de</c> or <c>de-AT</c>; null to go by <c>Accept-Language</c> and by what is known of the person. What names no language is passed over.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the client's own id of this question, 8 to 64 letters, digits and dashes, or null. The hub runs a question with an id once, however often it is sent.</summary>
    public string? ClientId { get; init; }

    /// <summary>Gets the number of the last event the client has of this question, when it comes back for the rest; only together with <see cref="ClientId"/>.</summary>
    public int? After { get; init; }
}
