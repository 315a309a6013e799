using System.Data.Common;
using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Exceptions.Watching;

namespace Copilot.Host.Start;

/// <summary>Has the business system watched for exceptions while this node serves, follows what became of proposals made from them, and shows in <c>/readyz</c> whether the watch works.</summary>
internal sealed class ExceptionTending(ExceptionWatch watch, IApprovalDesk desk, Readiness readiness, TimeProvider time, ILogger<ExceptionTending> logger) : BackgroundService
{
    /// <summary>The part's name in <c>/readyz</c>.</summary>
    public const string Part = "exceptions";

    private const int FollowEvery = 6;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private volatile PartState _state = new(true, "not looked yet");

    /// <summary>Looks once.</summary>
    /// <param name="follow">Whether proposals are followed, too.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>A task.</returns>
    public async Task LookAsync(bool follow, CancellationToken cancellationToken)
    {
        try
        {
            await watch.TendAsync(cancellationToken);
            if (follow)
            {
                await watch.FollowAsync(desk, cancellationToken);
            }

            var (lookedAt, stale) = await watch.StandingAsync(cancellationToken);
            _state = new PartState(stale is null, stale ?? string.Create(CultureInfo.InvariantCulture, $"watching; last look at {lookedAt:HH:mm:ss} UTC"));
        }
        catch (Exception down) when (down is DbException or IOException or TimeoutException or CopilotException)
        {
            // An outage of the store must not end the process, nor the watch.
            Log.ExceptionsUntended(logger, down.GetType().Name);
            _state = new PartState(false, "The watch over exceptions stands still: the store does not answer.");
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        readiness.Show(Part, () => _state);
        using var timer = new PeriodicTimer(Pause, time);
        for (var look = 0; await timer.WaitForNextTickAsync(stoppingToken);)
        {
            if (readiness.HasStarted)
            {
                await LookAsync(look++ % FollowEvery == 0, stoppingToken);
            }
        }
    }
}
