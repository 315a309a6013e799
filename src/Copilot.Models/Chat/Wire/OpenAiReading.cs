using System.Text.Json;
using Copilot.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat.Wire;

/// <summary>Understands an answer in OpenAI's format, whole (<c>message</c>) or in pieces (<c>delta</c>), from whoever writes it.</summary>
/// <param name="ids">Gives tool calls their ids.</param>
/// <param name="thinking">Separates the thinking from the answer.</param>
/// <param name="key">The key, which errors must not repeat.</param>
internal sealed class OpenAiReading(CallIds ids, ThinkFilter thinking, string? key) : IAnswerReading
{
    private readonly ToolCallPieces _calls = new();
    private readonly WholeLetters _text = new();
    private readonly WholeLetters _thought = new();
    private bool _isForeign;

    /// <inheritdoc/>
    public bool IsOver { get; private set; }

    /// <inheritdoc/>
    public bool BroughtAnswer { get; private set; }

    /// <inheritdoc/>
    public ChatFinishReason? Finish { get; private set; }

    /// <inheritdoc/>
    public UsageDetails? Usage { get; private set; }

    /// <inheritdoc/>
    public string? ModelId { get; private set; }

    /// <inheritdoc/>
    public string? ResponseId { get; private set; }

    /// <inheritdoc/>
    public void Take(JsonElement chunk, List<AIContent> contents)
    {
        BroughtAnswer = false;
        if (EndpointErrors.IsError(chunk) || (chunk.TryGetProperty("object", out var kind) && kind.ValueKind == JsonValueKind.String && kind.ValueEquals("error")))
        {
            throw EndpointErrors.Inside(chunk, key);
        }

        ModelId ??= Text(chunk, "model");
        ResponseId ??= Text(chunk, "id");
        Usage = OpenAiUsage.Of(chunk) ?? Usage;
        if (!chunk.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array)
        {
            // What is no chat at all has no choices in any of its pieces; usage and pings may come alone.
            _isForeign |= Usage is null && ResponseId is null;
            return;
        }

        _isForeign = false;
        foreach (var choice in choices.EnumerateArray())
        {
            // Only one was asked for; annotations of filters come with or without what they are about.
            if (choice.ValueKind == JsonValueKind.Object && (!choice.TryGetProperty("index", out var index) || index.ValueKind != JsonValueKind.Number || index.TryGetInt32(out var first) && first == 0))
            {
                TakeChoice(choice, contents);
            }
        }
    }

    /// <inheritdoc/>
    public void End(List<AIContent> contents)
    {
        if (!IsOver)
        {
            throw _isForeign
                ? new EndpointException(EndpointFault.WrongAnswer, "an answer without choices")
                : new EndpointException(EndpointFault.Truncated, "the stream ended without saying that the answer is whole");
        }

        var (answer, thought) = thinking.End();
        Add(answer, thought, contents);

        // What is there decides, not the reason that is given: servers say "stop" with calls.
        contents.AddRange(ToolCallContents.Of(_calls.Slots, wasCut: Finish == ChatFinishReason.Length, ids));
        if (_calls.Slots.Count > 0 && Finish == ChatFinishReason.Stop)
        {
            Finish = ChatFinishReason.ToolCalls;
        }
    }

    private void TakeChoice(JsonElement choice, List<AIContent> contents)
    {
        var isWhole = choice.TryGetProperty("message", out var piece) && piece.ValueKind == JsonValueKind.Object;
        if (isWhole || (choice.TryGetProperty("delta", out piece) && piece.ValueKind == JsonValueKind.Object))
        {
            TakePiece(piece, contents);
        }

        if (choice.TryGetProperty("content_filter_results", out var filter) && IsFiltered(filter))
        {
            throw new EndpointException(EndpointFault.ContentFiltered, "the answer was cut by the provider's filter");
        }

        var reason = Text(choice, "finish_reason");
        if (reason is "content_filter")
        {
            throw new EndpointException(EndpointFault.ContentFiltered, "the answer was cut by the provider's filter");
        }

        if (reason is not null || isWhole)
        {
            IsOver = true;
            Finish = reason switch
            {
                "length" or "max_tokens" => ChatFinishReason.Length,
                "tool_calls" or "function_call" => ChatFinishReason.ToolCalls,
                _ => Finish ?? ChatFinishReason.Stop,
            };
        }
    }

    private void TakePiece(JsonElement piece, List<AIContent> contents)
    {
        var thought = Text(piece, "reasoning_content") ?? Text(piece, "reasoning");
        if (thought is not null)
        {
            BroughtAnswer = true;
            Add(string.Empty, _thought.Take(thought), contents);
        }

        var text = Content(piece) + Text(piece, "refusal");
        if (text.Length > 0)
        {
            BroughtAnswer = true;
            var (answer, inline) = thinking.Take(_text.Take(text));
            Add(answer, inline, contents);
        }

        if (piece.TryGetProperty("tool_calls", out var calls))
        {
            foreach (var call in calls.ValueKind == JsonValueKind.Array ? calls.EnumerateArray().ToArray() : calls.ValueKind == JsonValueKind.Object ? [calls] : [])
            {
                BroughtAnswer = true;
                _calls.Take(call);
            }
        }
        else if (piece.TryGetProperty("function_call", out var older) && older.ValueKind == JsonValueKind.Object)
        {
            _calls.Take(older);
        }
    }

    private static void Add(string answer, string thought, List<AIContent> contents)
    {
        if (thought.Length > 0)
        {
            contents.Add(new TextReasoningContent(thought));
        }

        if (answer.Length > 0)
        {
            contents.Add(new TextContent(answer));
        }
    }

    private static string Content(JsonElement piece)
        => !piece.TryGetProperty("content", out var content) ? string.Empty : content.ValueKind switch
        {
            JsonValueKind.String => JsonText.Of(content),
            JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.String ? JsonText.Of(part) : part.ValueKind == JsonValueKind.Object ? Text(part, "text") : null)),
            JsonValueKind.Null or JsonValueKind.Undefined => string.Empty,
            _ => throw new EndpointException(EndpointFault.WrongAnswer, $"{content.ValueKind} in place of text"),
        };

    // {"hate":{"filtered":false,…},"custom_blocklists":[…]}: one that filtered is enough.
    private static bool IsFiltered(JsonElement filter)
        => filter.ValueKind == JsonValueKind.Object && filter.EnumerateObject().Any(one => one.Value.ValueKind == JsonValueKind.Object
            && one.Value.TryGetProperty("filtered", out var filtered) && filtered.ValueKind == JsonValueKind.True);

    // Null where there is nothing to read, so that "empty" and "absent" are the same.
    private static string? Text(JsonElement from, string name)
        => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && JsonText.Of(value) is { Length: > 0 } text ? text : null;
}
