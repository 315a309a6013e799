using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Host.Channels.Completions;

/// <summary>Writes a turn as a chat completion, whole or in chunks. What OpenAI's shape has no place for stands under <c>copilot</c>.</summary>
internal sealed class CompletionWriter(string turnId, DateTimeOffset at)
{
    private const string EventStream = "text/event-stream";

    /// <summary>Writes the whole completion.</summary>
    /// <param name="turn">The finished turn.</param>
    /// <returns>The completion.</returns>
    public JsonObject Whole(Turn turn)
    {
        var whole = Head("chat.completion");
        whole["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = turn.Answer, ["refusal"] = null, ["copilot"] = Extension(turn) },
            ["logprobs"] = null,
            ["finish_reason"] = "stop",
        });
        whole["usage"] = Usage(turn);
        return whole;
    }

    /// <summary>Streams the completion as server-sent events, the last of them <c>[DONE]</c>.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="updates">The turn as it happens.</param>
    /// <param name="wantsUsage">Whether the usage comes before the end.</param>
    /// <param name="cancellationToken">The client left.</param>
    /// <returns>A task.</returns>
    public async Task StreamAsync(HttpResponse response, IAsyncEnumerable<TurnUpdate> updates, bool wantsUsage, CancellationToken cancellationToken)
    {
        response.ContentType = EventStream;
        response.Headers["X-Accel-Buffering"] = "no";
        response.Headers.CacheControl = "no-cache";
        var said = new StringBuilder();
        await SendAsync(response, Chunk(new JsonObject { ["role"] = "assistant", ["content"] = string.Empty }, null), cancellationToken);
        await foreach (var update in updates.WithCancellation(cancellationToken))
        {
            switch (update)
            {
                case TokenUpdate token:
                    said.Append(token.Text);
                    await SendAsync(response, Chunk(new JsonObject { ["content"] = token.Text }, null), cancellationToken);
                    break;
                case StatusUpdate status:
                    // A comment: it keeps the line open and clients pass over it.
                    await WriteAsync(response, $": {status.Text.ReplaceLineEndings(" ")}\n\n", cancellationToken);
                    break;
                case TurnFinished { Turn: var turn }:
                    await FinishAsync(response, turn, said.ToString(), wantsUsage, cancellationToken);
                    return;
                default:
                    // Sources, cards and proposals stand in the last chunk.
                    break;
            }
        }
    }

    private static string Rest(string answer, string said)
        => answer.StartsWith(said, StringComparison.Ordinal) ? answer[said.Length..] : "\n\n" + answer;

    private static JsonObject Extension(Turn turn) => new()
    {
        ["turnId"] = turn.TurnId,
        ["conversationId"] = turn.ConversationId,
        ["outcome"] = JsonSerializer.SerializeToNode(turn.Outcome, ContractJson.Options),
        ["planner"] = JsonSerializer.SerializeToNode(turn.Planner, ContractJson.Options),
        ["degraded"] = turn.Degraded,
        ["sources"] = JsonSerializer.SerializeToNode(turn.Sources, ContractJson.Options),
    };

    private static JsonObject Usage(Turn turn) => new()
    {
        ["prompt_tokens"] = turn.Usage.InputTokens,
        ["completion_tokens"] = turn.Usage.OutputTokens,
        ["total_tokens"] = turn.Usage.InputTokens + turn.Usage.OutputTokens,
    };

    private static Task SendAsync(HttpResponse response, JsonObject chunk, CancellationToken cancellationToken)
        => WriteAsync(response, $"data: {chunk.ToJsonString(ContractJson.Options)}\n\n", cancellationToken);

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    private async Task FinishAsync(HttpResponse response, Turn turn, string said, bool wantsUsage, CancellationToken cancellationToken)
    {
        // A turn that failed has its text in its end alone.
        if (Rest(turn.Answer, said) is { Length: > 0 } rest)
        {
            await SendAsync(response, Chunk(new JsonObject { ["content"] = rest }, null), cancellationToken);
        }

        var last = Chunk([], "stop");
        last["copilot"] = Extension(turn);
        await SendAsync(response, last, cancellationToken);
        if (wantsUsage)
        {
            var usage = Head("chat.completion.chunk");
            usage["choices"] = new JsonArray();
            usage["usage"] = Usage(turn);
            await SendAsync(response, usage, cancellationToken);
        }

        await WriteAsync(response, "data: [DONE]\n\n", cancellationToken);
    }

    private JsonObject Chunk(JsonObject delta, string? finish)
    {
        var chunk = Head("chat.completion.chunk");
        chunk["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["logprobs"] = null, ["finish_reason"] = finish });
        return chunk;
    }

    private JsonObject Head(string kind) => new()
    {
        ["id"] = "chatcmpl-" + turnId,
        ["object"] = kind,
        ["created"] = at.ToUnixTimeSeconds(),
        ["model"] = CompletionsEndpoint.Model,
    };
}
