using System.Data.Common;
using Copilot.Contracts;

namespace Copilot.Host.Start;

/// <summary>Closes the turns of nodes that died while this one serves, and with that sees whether the store still answers.</summary>
internal sealed class StoreWatch(InterruptedTurns interrupted, IStoreDatabase database, Readiness readiness, TimeProvider time, ILogger<StoreWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <summary>Looks once.</summary>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>A task.</returns>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var was = readiness.Parts.GetValueOrDefault(StoreStart.Name);
        try
        {
            await interrupted.CloseIfAnyDiedAsync(cancellationToken);
            readiness.Note(StoreStart.Name, ok: true, StoreStart.Text(database.Dialect));
            if (was is { Ok: false })
            {
                Log.StoreBack(logger);
            }
        }
        catch (Exception down) when (down is DbException or IOException or TimeoutException)
        {
            // An outage of the store must not end the process: it may come back, and until then no answer leaves.
            readiness.Note(StoreStart.Name, ok: false, "does not answer");
            if (was is { Ok: true })
            {
                Log.StoreDown(logger, down.GetType().Name);
            }
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
