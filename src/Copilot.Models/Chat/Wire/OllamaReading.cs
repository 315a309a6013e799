using System.Text.Json;
using Copilot.Models.Endpoints;
using Microsoft.Extensions.AI;

namespace Copilot.Models.Chat.Wire;

/// <summary>Understands an answer of Ollama's <c>/api/chat</c>: an object a line, the last with <c>done</c>; or that one alone.</summary>
/// <param name="ids">Gives tool calls their ids.</param>
/// <param name="thinking">Separates the thinking from the answer.</param>
/// <param name="key">The key, which errors must not repeat.</param>
internal sealed class OllamaReading(CallIds ids, ThinkFilter thinking, string? key) : IAnswerReading
{
    private readonly List<ToolCallSlot> _calls = [];
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
    public string? ResponseId => null;

    /// <inheritdoc/>
    public void Take(JsonElement chunk, List<AIContent> contents)
    {
        BroughtAnswer = false;
        if (EndpointErrors.IsError(chunk))
        {
            throw EndpointErrors.Inside(chunk, key);
        }

        ModelId ??= Text(chunk, "model");
        _isForeign = !chunk.TryGetProperty("message", out _) && !chunk.TryGetProperty("done", out _);
        if (chunk.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object)
        {
            TakeMessage(message, contents);
        }

        if (chunk.TryGetProperty("done", out var done) && done.ValueKind == JsonValueKind.True)
        {
            var reason = Text(chunk, "done_reason");
            if (reason is "load" or "unload")
            {
                throw new EndpointException(EndpointFault.Failed, "the model was loaded or unloaded in place of an answer");
            }

            (IsOver, Finish) = (true, reason == "length" ? ChatFinishReason.Length : ChatFinishReason.Stop);
            Usage = new UsageDetails { InputTokenCount = OpenAiUsage.Count(chunk, "prompt_eval_count"), OutputTokenCount = OpenAiUsage.Count(chunk, "eval_count") };
        }
    }

    /// <inheritdoc/>
    public void End(List<AIContent> contents)
    {
        if (!IsOver)
        {
            throw _isForeign
                ? new EndpointException(EndpointFault.WrongAnswer, "an answer without a message")
                : new EndpointException(EndpointFault.Truncated, "the stream ended without saying that the answer is whole");
        }

        var (answer, thought) = thinking.End();
        Add(answer, thought, contents);
        contents.AddRange(ToolCallContents.Of(_calls, wasCut: false, ids));
        if (_calls.Count > 0 && Finish == ChatFinishReason.Stop)
        {
            Finish = ChatFinishReason.ToolCalls;
        }
    }

    private void TakeMessage(JsonElement message, List<AIContent> contents)
    {
        if (Text(message, "thinking") is { } thought)
        {
            BroughtAnswer = true;
            Add(string.Empty, _thought.Take(thought), contents);
        }

        if (Text(message, "content") is { } text)
        {
            BroughtAnswer = true;
            var (answer, inline) = thinking.Take(_text.Take(text));
            Add(answer, inline, contents);
        }

        if (!message.TryGetProperty("tool_calls", out var calls) || calls.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        // Each comes whole in one piece, so that every piece is a call of its own.
        foreach (var call in calls.EnumerateArray())
        {
            var pieces = new ToolCallPieces();
            BroughtAnswer = true;
            pieces.Take(call);
            _calls.AddRange(pieces.Slots);
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

    private static string? Text(JsonElement from, string name)
        => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && JsonText.Of(value) is { Length: > 0 } text ? text : null;
}
