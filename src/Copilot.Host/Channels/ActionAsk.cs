using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Host.Channels;

/// <summary>An action that is asked for by a button.</summary>
/// <param name="Tool">The writing tool.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Question">The same as a sentence one can ask; it is screened like one.</param>
/// <param name="Reason">Why, when the action itself gives no reason.</param>
internal sealed record ActionAsk(string Tool, JsonObject Arguments, string Question, string Reason)
{
    /// <summary>Gets the conversation it belongs to, or null.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Gets the record it is about, when the arguments name none.</summary>
    public RecordRef? Focus { get; init; }
}
