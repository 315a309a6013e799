using Copilot.Governance.Audit;
using Copilot.Host.Storage;

namespace Copilot.Host.Start;

/// <summary>Says of turns whose process died that they were interrupted: first in the audit trail, then in their conversation.</summary>
internal sealed class InterruptedTurns(AuditReader audit, TurnStore turns, INodes nodes, ILogger<InterruptedTurns> logger)
{
    /// <summary>Closes what dead processes left open. Several nodes may do so at once.</summary>
    /// <param name="cancellationToken">Stops the call; what is closed stays closed.</param>
    /// <returns>A task.</returns>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        // Asked first and struck off last: who dies meanwhile is found the next time.
        var died = await nodes.DiedAsync(cancellationToken);
        var marked = await audit.MarkInterruptedAsync(cancellationToken);
        await turns.CloseInterruptedAsync(await turns.OrphansAsync(cancellationToken), cancellationToken);
        await nodes.ForgetAsync(died, cancellationToken);
        if (marked.Count > 0)
        {
            Log.Interrupted(logger, marked.Count);
        }
    }

    /// <summary>Closes what dead processes left open, if one has died since.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public async Task CloseIfAnyDiedAsync(CancellationToken cancellationToken)
    {
        if ((await nodes.DiedAsync(cancellationToken)).Count > 0)
        {
            await CloseAsync(cancellationToken);
        }
    }
}
