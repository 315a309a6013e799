using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Models.Chat.Access;
using Copilot.Models.Chat.Wire;
using Copilot.Models.Endpoints;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Copilot.Models.Chat;

/// <summary>
/// A chat model as the house uses it: asked again while nothing of its answer was given out, never more at once than it bears, left alone while it rests, and with
/// faults in words. A stream that breaks off later ends with what it used, and then with the fault.
/// </summary>
internal sealed class SteadyChatClient : IChatClient
{
    /// <summary>The longest pause before asking again; a server that asks for more is left to rest.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private const int Retries = 2;

    private static readonly TimeSpan LongestQueue = TimeSpan.FromSeconds(20);

    private readonly ChatTraits _traits;
    private readonly ChatConnection _connection;
    private readonly ChatAsker _asker;
    private readonly ModelHealth _health;
    private readonly SemaphoreSlim _places;
    private readonly ResiliencePipeline _pipeline;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Makes the client; nothing is sent yet.</summary>
    /// <param name="traits">What holds for the model.</param>
    /// <param name="health">Where its state is kept.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public SteadyChatClient(ChatTraits traits, ModelHealth health, TimeProvider time, ILogger logger)
    {
        (_traits, _health, _time, _logger) = (traits, health, time, logger);
        _connection = new ChatConnection(traits.Model, time);
        _asker = new ChatAsker(traits, traits.IsNativeOllama ? new OllamaChatWire(traits) : new OpenAiChatWire(traits), _connection, time);
        _places = new SemaphoreSlim(traits.Concurrency);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<EndpointException>(MayHelp),
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(0.5),
                MaxDelay = LongestPause,
                UseJitter = true,
                DelayGenerator = again => ValueTask.FromResult((again.Outcome.Exception as EndpointException)?.Wait),
                OnRetry = again =>
                {
                    Log.AskedAgain(logger, traits.Model.DisplayName, ((EndpointException)again.Outcome.Exception!).Fault.ToString(), (long)again.RetryDelay.TotalMilliseconds, again.AttemptNumber + 1);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        => await RunAsync(messages, options, isStream: false, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        => RunAsync(messages, options, isStream: true, cancellationToken);

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(_traits.Model.Kind.ToString().ToLowerInvariant(), providerUri: null, _traits.Model.Model)
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        _places.Dispose();
    }

    private static bool MayHelp(EndpointException fault)
        => fault.Fault != EndpointFault.NoQuota
            && (fault.Wait ?? TimeSpan.Zero) <= LongestPause
            && (fault.ShouldRetry ?? (fault.Fault is EndpointFault.Unreachable or EndpointFault.Busy or EndpointFault.Failed or EndpointFault.Truncated));

    private async IAsyncEnumerable<ChatResponseUpdate> RunAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, bool isStream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        IReadOnlyList<ChatMessage> conversation = [.. messages];
        var visit = _health.Enter() ?? throw ChatFaults.Resting(_traits, _health.RestsUntil, _time.GetUtcNow());
        using (visit)
        {
            await using var run = await StartAsync(conversation, options, isStream, visit, cancellationToken);
            while (run.Current is { } update)
            {
                visit.Count(update);
                yield return update;
                await run.MoveAsync();
            }

            if (run.Fault is { } fault)
            {
                // What was used until here is paid for as well.
                var used = new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(run.Tally.Complete(null))]);
                visit.Count(used);
                yield return used;
                throw Told(fault, visit);
            }

            visit.Answered();
        }
    }

    private async Task<ChatRun> StartAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool isStream, ModelVisit visit, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await OnceAsync(messages, options, isStream, token), cancellationToken);
        }
        catch (EndpointException fault)
        {
            throw Told(fault, visit);
        }
    }

    private async Task<ChatRun> OnceAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool isStream, CancellationToken cancellationToken)
    {
        await TakePlaceAsync(cancellationToken);
        var tally = new TokenTally(messages, options);
        var run = new ChatRun(_asker.AskAsync(messages, options, isStream, tally, cancellationToken).GetAsyncEnumerator(cancellationToken), tally, _places);
        try
        {
            await run.StartAsync();
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    private async Task TakePlaceAsync(CancellationToken cancellationToken)
    {
        // Most find a place at once; a clock is only for those who don't.
        if (_places.Wait(0, CancellationToken.None))
        {
            return;
        }

        using var clock = new CancellationTokenSource(LongestQueue, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        try
        {
            await _places.WaitAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ChatFaults.Crowded(_traits);
        }
    }

    private ChatModelException Told(EndpointException fault, ModelVisit visit)
    {
        Log.Failed(_logger, _traits.Model.DisplayName, fault.Fault.ToString(), fault.Detail);
        if (visit.Failed(fault) is { } rest)
        {
            Log.Rests(_logger, _traits.Model.DisplayName, (long)rest.TotalSeconds);
        }

        return ChatFaults.Of(fault, _traits);
    }
}
