using System.Data.Common;
using Copilot.Contracts;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Start;

namespace Copilot.Host.Channels.Teams.Telling;

/// <summary>Has people told in Teams while this node serves: of proposals at once, of exceptions every few seconds.</summary>
internal sealed class TeamsTelling(ProposalCourier proposals, ExceptionCourier exceptions, Readiness readiness, ILogger<TeamsTelling> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _bell = new(0);

    /// <summary>Has a round made now: somebody here has just decided something.</summary>
    public void Ring()
    {
        if (_bell.CurrentCount == 0)
        {
            _bell.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _bell.WaitAsync(Pause, stoppingToken);
            if (readiness.HasStarted)
            {
                await TryAsync(proposals.RoundAsync, stoppingToken);
                await TryAsync(exceptions.RoundAsync, stoppingToken);
            }
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task<int>> round, CancellationToken cancellationToken)
    {
        try
        {
            await round(cancellationToken);
        }
        catch (Exception away) when (away is CopilotException or TeamsDeliveryException or DbException or IOException or TimeoutException)
        {
            // Nothing is marked as told that was not, so the next round goes on here.
            Log.TeamsUntold(logger, away is TeamsDeliveryException refused ? $"HTTP {refused.Reply.Status}" : away.GetType().Name);
        }
    }
}
