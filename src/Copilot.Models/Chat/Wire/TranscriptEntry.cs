using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat.Wire;

/// <summary>One message as endpoints take it.</summary>
/// <param name="Role">Who says it.</param>
/// <param name="Text">What is said; may be empty beside calls.</param>
internal sealed record TranscriptEntry(ChatRole Role, string Text)
{
    /// <summary>Gets the calls the model made.</summary>
    public IReadOnlyList<FunctionCallContent> Calls { get; init; } = [];

    /// <summary>Gets the call this is the result of.</summary>
    public string? CallId { get; init; }

    /// <summary>Gets the tool this is the result of.</summary>
    public string? ToolName { get; init; }
}
