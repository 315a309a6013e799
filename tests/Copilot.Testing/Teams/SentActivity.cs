using System.Text.Json.Nodes;

namespace Copilot.Testing.Teams;

/// <summary>Something the bot sent to the practice channel.</summary>
/// <param name="Method">POST for new ones and pieces of streams, PUT for changes.</param>
/// <param name="MessageId">The message that was changed, or the id the channel gave.</param>
/// <param name="Body">The activity.</param>
/// <param name="At">When it came.</param>
public sealed record SentActivity(string Method, string MessageId, JsonObject Body, DateTimeOffset At)
{
    /// <summary>Gets the type.</summary>
    public string Type => (string)Body["type"]!;

    /// <summary>Gets the conversation it was sent to.</summary>
    public string Conversation => (string)Body["conversation"]!["id"]!;

    /// <summary>Gets the text; empty when there is none.</summary>
    public string Text => (string?)Body["text"] ?? string.Empty;

    /// <summary>Gets what it is within a stream: informative, streaming, final; null for a plain one.</summary>
    public string? StreamType => (string?)Entity("streaminfo")?["streamType"];

    /// <summary>Gets the entity with citations and labels.</summary>
    public JsonObject? Message => Entity("https://schema.org/Message");

    /// <summary>Gets the cards.</summary>
    public IReadOnlyList<JsonObject> Cards => [.. (Body["attachments"]?.AsArray() ?? []).Select(a => a!["content"]!.AsObject())];

    /// <summary>Finds an entity.</summary>
    public JsonObject? Entity(string type) => Body["entities"]?.AsArray().Select(e => e!.AsObject()).FirstOrDefault(e => (string?)e["type"] == type);
}
