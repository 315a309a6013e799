using System.Data.Common;
using Copilot.Governance.Approvals;

namespace Copilot.Host.Start;

/// <summary>Has proposals looked after while this node serves: right after the start, and again and again.</summary>
internal sealed class ProposalWatch(ProposalCare care, Readiness readiness, TimeProvider time, ILogger<ProposalWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Looks once.</summary>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>A task.</returns>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await care.TendAsync(cancellationToken);
        }
        catch (Exception down) when (down is DbException or IOException or TimeoutException)
        {
            // An outage of the store must not end the process; what waits is looked after when it is back.
            Log.ProposalsUntended(logger, down.GetType().Name);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (readiness.HasStarted)
            {
                await LookAsync(stoppingToken);
            }
        }
    }
}
