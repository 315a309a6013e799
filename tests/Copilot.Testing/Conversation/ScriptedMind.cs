using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Microsoft.Extensions.AI;

namespace Copilot.Testing.Conversation;

/// <summary>A chat model in memory that answers as told and remembers what it was asked.</summary>
public sealed partial class ScriptedMind(string name, Func<MindRequest, MindReply> brain) : IChatClient
{
    private readonly ConcurrentQueue<MindRequest> _requests = new();

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<MindRequest> Requests => [.. _requests];

    /// <summary>Answers with these, one after the other; the last again and again.</summary>
    public static ScriptedMind Of(params MindReply[] replies)
    {
        var next = -1;
        return new ScriptedMind("scripted", _ => replies[Math.Min(replies.Length - 1, Interlocked.Increment(ref next))]);
    }

    /// <summary>The model as the house knows it.</summary>
    public ChatModel Model(bool inHouse = true, int context = 32_000, Func<bool>? isAvailable = null) => new()
    {
        Name = name,
        Client = this,
        ContextTokens = context,
        MaxOutputTokens = 1_000,
        InHouse = inHouse,
        IsAvailable = isAvailable ?? (() => true),
        EstimateTokens = text => (text.Length / 3) + 1,
        CostOf = usage => ((usage.InputTokenCount ?? 0) * 0.001m) + ((usage.OutputTokenCount ?? 0) * 0.002m),
        Currency = "EUR",
    };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        => GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new MindRequest([.. messages], options ?? new ChatOptions());
        _requests.Enqueue(request);
        var reply = brain(request);
        for (var i = 0; i < reply.Text.Count; i++)
        {
            await WaitAsync(reply, i, cancellationToken);
            yield return new ChatResponseUpdate(ChatRole.Assistant, reply.Text[i]);
        }

        await WaitAsync(reply, reply.Text.Count, cancellationToken);
        foreach (var (tool, arguments) in reply.Calls)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, [CallOf(tool, arguments)]);
        }

        if (reply.Trouble is { } trouble)
        {
            throw trouble;
        }

        yield return new ChatResponseUpdate
        {
            FinishReason = reply.IsCut ? ChatFinishReason.Length : reply.Calls.Count > 0 ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
            Contents = reply.Usage is { } usage ? [new UsageContent(new UsageDetails { InputTokenCount = usage.Input, OutputTokenCount = usage.Output })] : [],
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static async Task WaitAsync(MindReply reply, int index, CancellationToken cancellationToken)
    {
        if (reply.Waits.TryGetValue(index, out var wait))
        {
            await wait(cancellationToken);
        }
    }

    private static FunctionCallContent CallOf(string tool, string arguments)
    {
        var id = $"call_{Guid.NewGuid():N}"[..17];
        try
        {
            return new FunctionCallContent(id, tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments));
        }
        catch (JsonException e)
        {
            return new FunctionCallContent(id, tool) { Exception = e };
        }
    }
}
