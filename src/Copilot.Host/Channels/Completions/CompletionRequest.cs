using System.Text.Json;
using System.Text.Json.Nodes;

namespace Copilot.Host.Channels.Completions;

/// <summary>What of a chat completion request counts here. What would change an answer and can't be done is refused, the rest ignored.</summary>
internal sealed record CompletionRequest
{
    private static readonly string[] Roles = ["system", "developer", "user", "assistant", "tool", "function"];

    /// <summary>Gets the model that was asked for.</summary>
    public string? Model { get; private init; }

    /// <summary>Gets the question: the text of the last message of role <c>user</c>.</summary>
    public required string Question { get; init; }

    /// <summary>Gets the question and the answer before this question, as the client kept them, or null.</summary>
    public (string Question, string Answer)? Before { get; private init; }

    /// <summary>Gets the conversation to go on with, when the client names one.</summary>
    public string? ConversationId { get; private init; }

    /// <summary>Gets a value indicating whether the answer is streamed.</summary>
    public bool Stream { get; private init; }

    /// <summary>Gets a value indicating whether a stream ends with the usage.</summary>
    public bool WantsUsage { get; private init; }

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body. Untrusted.</param>
    /// <returns>The request, or the problem.</returns>
    public static (CompletionRequest? Request, Problem? Problem) Read(JsonObject body)
    {
        if (Unsupported(body) is { } unsupported)
        {
            return (null, unsupported);
        }

        if (body["messages"] is not JsonArray { Count: > 0 } messages)
        {
            return Wrong("messages", "messages must be a list with at least one message");
        }

        string? question = null, answer = null;
        (string, string)? before = null;
        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i] is not JsonObject message || Text(message["role"]) is not { } role || !Roles.Contains(role))
            {
                return Wrong($"messages[{i}]", $"each message is an object with a role of {string.Join(", ", Roles)}");
            }

            if (role == "assistant")
            {
                answer = ContentOf(message["content"]) ?? answer;
            }
            else if (role == "user")
            {
                if (ContentOf(message["content"]) is not { } text)
                {
                    return Wrong($"messages[{i}].content", "the content of a user's message is a text, or a list of parts of type text; pictures, sound and files are not taken here");
                }

                before = question is not null && answer is not null ? (question, answer) : null;
                (question, answer) = (text, null);
            }
        }

        if (question is null)
        {
            return Wrong("messages", "there is no message of role user, so there is no question");
        }

        if (body["metadata"] is { } metadata && metadata is not JsonObject)
        {
            return Wrong("metadata", "metadata is an object of texts");
        }

        var conversation = (body["metadata"] as JsonObject)?["conversation_id"];
        if (conversation is not null && Text(conversation) is null)
        {
            return Wrong("metadata.conversation_id", "write the id that an earlier answer gave in copilot.conversationId");
        }

        return (new CompletionRequest
        {
            Model = Text(body["model"]),
            Question = question,
            Before = before,
            ConversationId = Text(conversation),
            Stream = IsTrue(body["stream"]),
            WantsUsage = IsTrue((body["stream_options"] as JsonObject)?["include_usage"]),
        }, null);
    }

    private static (CompletionRequest?, Problem) Wrong(string at, string what) => (null, Fault(at, what));

    private static Problem Fault(string at, string what) => new(400, "invalid-request", "The request can't be taken", $"{what}.") { Parameter = at };

    private static Problem? Unsupported(JsonObject body)
    {
        if (body["stream"] is { } stream && stream.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            return Fault("stream", "stream is true or false");
        }

        if (body["n"] is { } count && count.ToJsonString() != "1")
        {
            return Fault("n", "there is one answer to a question: leave n out or set it to 1");
        }

        if (body["tools"] is JsonArray { Count: > 0 } || body["functions"] is JsonArray { Count: > 0 })
        {
            return Fault(body["tools"] is null ? "functions" : "tools", "the copilot chooses its own tools: a client's tools are not taken. copilot mcp offers its tools to other programs");
        }

        if (body["response_format"] is JsonObject format && Text(format["type"]) != "text")
        {
            return Fault("response_format", "answers are text with source marks: leave response_format out");
        }

        if (body["modalities"] is JsonArray modalities && modalities.Any(m => Text(m) != "text"))
        {
            return Fault("modalities", "answers are text");
        }

        return IsTrue(body["logprobs"]) ? Fault("logprobs", "there are no log probabilities of an answer: leave logprobs out") : null;
    }

    private static string? ContentOf(JsonNode? content)
    {
        if (content is JsonArray parts)
        {
            var texts = parts.Select(p => p is JsonObject part && Text(part["type"]) == "text" ? Text(part["text"]) : null).ToList();
            return texts.Count > 0 && !texts.Contains(null) ? string.Join('\n', texts) : null;
        }

        return Text(content);
    }

    private static bool IsTrue(JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
