using Copilot.Contracts;
using Copilot.Models;
using Copilot.Models.Chat;
using Copilot.Testing.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.Tests.Models.Chat;

/// <summary>A scripted model on a socket and the house's clients that talk to it.</summary>
public abstract class ChatBench : IAsyncLifetime
{
    protected const string Key = "sk-topsecret-77";
    protected static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    protected static readonly TimeSpan First = TimeSpan.FromSeconds(61);
    protected static readonly TimeSpan Idle = TimeSpan.FromSeconds(31);
    protected static readonly TimeSpan Whole = TimeSpan.FromSeconds(62);
    protected static readonly TimeSpan Queue = TimeSpan.FromSeconds(20);

    private readonly List<IDisposable> _open = [];

    protected ScriptedChat Server { get; private set; } = null!;

    protected WaitingClock Clock { get; } = new(Now, First, Idle, Whole, Queue, AnswerClock.AfterEnd, TimeSpan.FromSeconds(15));

    protected static ChatMessage[] Question => [new(ChatRole.User, "How many W-1 are free?")];

    public async Task InitializeAsync() => Server = await ScriptedChat.StartAsync();

    public async Task DisposeAsync()
    {
        _open.ForEach(one => one.Dispose());
        await Server.DisposeAsync();
    }

    private protected ModelOptions Options(ModelKind kind = ModelKind.Compatible) => new()
    {
        Number = 0,
        Kind = kind,
        Endpoint = kind == ModelKind.Compatible ? Server.V1 : Server.Address,
        Model = "m",
        ApiKey = Key,
        Roles = [ModelRole.Planner, ModelRole.Writer],
        Timeout = Whole,
        Chat = new ChatModelOptions { FirstTokenTimeout = First, IdleTimeout = Idle },
    };

    private protected ChatModels Models(params ModelOptions[] options)
    {
        Assert.Empty(new ModelsOptions { Models = options }.Faults());
        var models = new ChatModels(new ModelsOptions { Models = options }, Clock, NullLogger<ChatModels>.Instance);
        _open.Add(models);
        return models;
    }

    private protected ChatModel Model(ModelOptions? options = null) => Models(options ?? Options()).For(ModelDuty.Planner)[0];

    private protected IChatClient Client(ModelOptions? options = null) => Model(options).Client;

    /// <summary>Streams an answer to its end.</summary>
    protected static async Task<ChatResponse> StreamAsync(IChatClient client, ChatOptions? options = null, IEnumerable<ChatMessage>? messages = null)
        => await client.GetStreamingResponseAsync(messages ?? Question, options).ToChatResponseAsync();

    /// <summary>Streams an answer that must fail; gives what came before and the fault.</summary>
    protected static async Task<(List<ChatResponseUpdate> Before, ChatModelException Fault)> FailAsync(IChatClient client, CancellationToken cancellationToken = default)
    {
        List<ChatResponseUpdate> before = [];
        var fault = await Assert.ThrowsAsync<ChatModelException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync(Question, cancellationToken: cancellationToken))
            {
                before.Add(update);
            }
        });
        Assert.DoesNotContain(Key, fault.ToString(), StringComparison.Ordinal);
        return (before, fault);
    }

    /// <summary>The calls of an answer as text: name and arguments.</summary>
    protected static string Calls(ChatResponse response)
        => string.Join(" | ", response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()
            .Select(call => $"{call.Name}({(call.Exception is null ? string.Join(",", call.Arguments!.Select(argument => $"{argument.Key}={argument.Value}")) : "unreadable")})"));

    protected static bool IsEstimated(UsageDetails? usage) => usage?.AdditionalCounts?.ContainsKey(ChatModel.EstimatedCount) == true;
}
