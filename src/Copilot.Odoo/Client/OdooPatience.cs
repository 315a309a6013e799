using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Copilot.Odoo.Client;

/// <summary>
/// Which faults deserve another try, and when the server is left alone for a while. Only reads are tried again, and only when
/// the server was not reached: a read that ran out of time is still being worked on there, and a second one would double it.
/// </summary>
internal sealed class OdooPatience
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly ResiliencePipeline reads;
    private readonly ResiliencePipeline writes;

    public OdooPatience(IOptions<OdooOptions> options, TimeProvider time, ILogger<OdooPatience> logger)
    {
        var notReached = new PredicateBuilder().Handle<OdooException>(e => e.Fault == OdooFault.Unreachable);
        var troubled = new PredicateBuilder().Handle<OdooException>(e => e.IsTransient);
        writes = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = troubled,
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = Pause,
                OnOpened = _ =>
                {
                    Log.BreakerOpened(logger, Pause.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
                OnClosed = _ =>
                {
                    Log.BreakerClosed(logger);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
        reads = options.Value.ReadRetries == 0
            ? writes
            : new ResiliencePipelineBuilder { TimeProvider = time }
                .AddRetry(new RetryStrategyOptions
                {
                    ShouldHandle = notReached,
                    MaxRetryAttempts = options.Value.ReadRetries,
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = TimeSpan.FromMilliseconds(200),
                    MaxDelay = TimeSpan.FromSeconds(2),
                    UseJitter = true,
                    OnRetry = again =>
                    {
                        Log.AskedAgain(logger, nameof(OdooFault.Unreachable), again.AttemptNumber + 1);
                        return ValueTask.CompletedTask;
                    },
                })
                .AddPipeline(writes)
                .Build();
    }

    public async Task<T> RunAsync<T>(bool isRead, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await (isRead ? reads : writes).ExecuteAsync(async token => await call(token), cancellationToken);
        }
        catch (BrokenCircuitException open)
        {
            throw new OdooException(OdooFault.Unreachable, "Odoo was not asked: the last calls could not reach it.", open);
        }
    }
}
