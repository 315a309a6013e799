using System.Data.Common;
using Copilot.Contracts;
using Copilot.Documents.Desk;
using Copilot.Host.Channels;
using Copilot.Host.Console.Desk;

namespace Copilot.Host.Start;

/// <summary>Reads what waits on the desk while this node serves, looks after the watched folder, removes what nobody needs any more, and shows in <c>/readyz</c> whether all that works.</summary>
internal sealed class DeskReading(DeskQueue queue, DeskFolder folder, DeskNotes notes, Faults faults, Readiness readiness, TimeProvider time, ILogger<DeskReading> logger) : BackgroundService
{
    /// <summary>The part's name in <c>/readyz</c>.</summary>
    public const string Part = "desk";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Sweep = TimeSpan.FromHours(1);

    private volatile PartState _state = new(true, "reads documents as they come");

    /// <summary>Does what is due.</summary>
    /// <param name="sweep">Whether what is past its time is removed, too.</param>
    /// <param name="cancellationToken">Stops the work; what was begun waits on.</param>
    /// <returns>A task.</returns>
    public async Task LookAsync(bool sweep, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var received in (await folder.LookAsync(cancellationToken)).Select(r => r.Received).OfType<Received>())
            {
                await notes.HappenedAsync(received.IsDuplicate ? "came_again" : "arrived", received.Document, cancellationToken);
            }

            while (await queue.ReadNextAsync(faults.Note, cancellationToken) is { Count: > 0 } read)
            {
                foreach (var document in read)
                {
                    await notes.HappenedAsync(document.State switch { DeskState.Failed => "failed", DeskState.New => "put_off", _ => "read" }, document, cancellationToken);
                }
            }

            if (sweep)
            {
                foreach (var document in await queue.ExpireAsync(cancellationToken))
                {
                    await notes.HappenedAsync("removed", document, cancellationToken);
                }
            }

            _state = new PartState(folder.Trouble is null, folder.Trouble ?? "reads documents as they come");
        }
        catch (Exception down) when (down is DbException or IOException or TimeoutException or CopilotException)
        {
            // An outage of the store must not end the process.
            Log.DeskStandsStill(logger, down.GetType().Name);
            _state = new PartState(false, "Documents on the desk wait: the store does not answer.");
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        readiness.Show(Part, () => _state);
        using var timer = new PeriodicTimer(Pause, time);
        long? swept = null;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (readiness.HasStarted)
            {
                // The first time right after the start: a service that is started anew more often than hourly would never remove anything.
                var isTime = swept is not { } last || time.GetElapsedTime(last) >= Sweep;
                swept = isTime ? time.GetTimestamp() : swept;
                await LookAsync(isTime, stoppingToken);
            }
        }
    }
}
