using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Microsoft.Extensions.AI;

namespace Copilot.Conversation.Planning.Model;

/// <summary>Sends messages through a mask, each once, and puts values back into what comes.</summary>
/// <param name="mask">The mask of one turn and one model; null for a model that may see everything.</param>
internal sealed class MaskedText(IMask? mask)
{
    private readonly Dictionary<ChatMessage, ChatMessage> _hidden = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gets how many values were hidden, by class.</summary>
    public IReadOnlyDictionary<string, int> Counts => mask?.Counts ?? new Dictionary<string, int>();

    /// <summary>Hides what must not leave.</summary>
    public ChatMessage Hide(ChatMessage message)
    {
        if (mask is null)
        {
            return message;
        }

        if (!_hidden.TryGetValue(message, out var hidden))
        {
            hidden = new ChatMessage(message.Role, [.. message.Contents.Select(Hide)]);
            _hidden[message] = hidden;
        }

        return hidden;
    }

    /// <summary>Puts values back into a text.</summary>
    public string Restore(string text) => mask is null ? text : mask.Restore(text);

    /// <summary>Puts values back into all texts of arguments.</summary>
    public JsonObject? Restore(JsonObject? arguments) => mask is null ? arguments : (JsonObject?)Over(arguments, mask.Restore);

    private AIContent Hide(AIContent content) => content switch
    {
        TextContent text => new TextContent(mask!.Hide(text.Text)),
        FunctionResultContent result => new FunctionResultContent(result.CallId, mask!.Hide(result.Result as string ?? string.Empty)),
        FunctionCallContent call => new FunctionCallContent(call.CallId, call.Name, Arguments(call)),
        _ => throw new InvalidOperationException($"A {content.GetType().Name} can't be masked."),
    };

    private Dictionary<string, object?> Arguments(FunctionCallContent call)
        => ((JsonObject)Over(JsonSerializer.SerializeToNode(call.Arguments ?? new Dictionary<string, object?>()), mask!.Hide)!).ToDictionary(p => p.Key, p => (object?)p.Value?.DeepClone());

    private static JsonNode? Over(JsonNode? node, Func<string, string> change) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Over(p.Value, change)))),
        JsonArray a => new JsonArray([.. a.Select(e => Over(e, change))]),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => change(v.GetValue<string>()),
        _ => node?.DeepClone(),
    };
}
