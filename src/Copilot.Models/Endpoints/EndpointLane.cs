using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Copilot.Models.Endpoints;

/// <summary>
/// How many requests of a kind run at the same time and how long they are tried. Passages and questions have a lane each, so that a person does not
/// wait behind an ingestion, nor for as long.
/// </summary>
internal sealed class EndpointLane : IDisposable
{
    private readonly SemaphoreSlim _places;
    private readonly ResiliencePipeline _pipeline;

    private EndpointLane(string model, int places, int retries, TimeSpan first, TimeSpan longest, TimeProvider time, ILogger logger)
    {
        _places = new SemaphoreSlim(places);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                // A server that asks for a longer pause than this is left to the caller, who is told how long.
                ShouldHandle = new PredicateBuilder().Handle<EndpointException>(fault => fault.IsPassing && (fault.Wait ?? TimeSpan.Zero) <= longest),
                MaxRetryAttempts = retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = first,
                MaxDelay = longest,
                UseJitter = true,
                DelayGenerator = again => ValueTask.FromResult((again.Outcome.Exception as EndpointException)?.Wait),
                OnRetry = again =>
                {
                    Log.AskedAgain(logger, model, ((EndpointException)again.Outcome.Exception!).Fault.ToString(), (long)again.RetryDelay.TotalMilliseconds, again.AttemptNumber + 1);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <summary>Makes the lane of passages: a minute's rate limit is waited for.</summary>
    /// <param name="model">The model, for the log.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public static EndpointLane Patient(string model, TimeProvider time, ILogger logger)
        => new(model, places: 4, retries: 6, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(65), time, logger);

    /// <summary>Makes the lane of questions, for which somebody waits.</summary>
    /// <param name="model">The model, for the log.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public static EndpointLane Brisk(string model, TimeProvider time, ILogger logger)
        => new(model, places: 8, retries: 2, TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(3), time, logger);

    /// <summary>Runs a request, again where that may help. Between tries its place is free for others.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> request, CancellationToken cancellationToken)
        => await _pipeline.ExecuteAsync(
            async token =>
            {
                await _places.WaitAsync(token);
                try
                {
                    return await request(token);
                }
                finally
                {
                    _places.Release();
                }
            },
            cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();
}
