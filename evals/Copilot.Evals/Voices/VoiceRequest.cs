using System.Text.Json;

namespace Copilot.Evals.Voices;

/// <summary>What a model was sent, read as any OpenAI-compatible server reads it.</summary>
internal sealed record VoiceRequest
{
    /// <summary>Gets the messages.</summary>
    public required IReadOnlyList<VoiceMessage> Messages { get; init; }

    /// <summary>Gets the names of the tools on offer.</summary>
    public required IReadOnlyList<string> Tools { get; init; }

    /// <summary>Gets a value indicating whether the answer is streamed.</summary>
    public required bool Streams { get; init; }

    /// <summary>Gets everything that was sent, as one text.</summary>
    public string Whole => string.Join('\n', Messages.Select(m => m.Text));

    /// <summary>Gets how often the model has asked for tools since the question.</summary>
    public int Asked => Messages.Skip(1 + Messages.ToList().FindLastIndex(m => m.Role == "user")).Count(m => m.Calls > 0);

    /// <summary>Gets the last thing that was said to the model as by a person.</summary>
    public string LastUser => Messages.LastOrDefault(m => m.Role == "user")?.Text ?? string.Empty;

    /// <summary>Gets the results of tools.</summary>
    public IReadOnlyList<string> Results => [.. Messages.Where(m => m.Role == "tool").Select(m => m.Text)];

    /// <summary>Reads a request.</summary>
    public static VoiceRequest Read(JsonElement body) => new()
    {
        Messages = [.. body.GetProperty("messages").EnumerateArray().Select(Message)],
        Tools = body.TryGetProperty("tools", out var tools) ? [.. tools.EnumerateArray().Select(t => t.GetProperty("function").GetProperty("name").GetString()!)] : [],
        Streams = body.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True,
    };

    private static VoiceMessage Message(JsonElement message)
        => new(
            message.GetProperty("role").GetString()!,
            message.TryGetProperty("content", out var content) ? Text(content) : string.Empty,
            message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array ? calls.GetArrayLength() : 0);

    private static string Text(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Join('\n', content.EnumerateArray().Select(p => p.TryGetProperty("text", out var text) ? text.GetString() : null)),
        _ => string.Empty,
    };
}
