using Copilot.Governance.Audit;
using Copilot.Host.Storage;

namespace Copilot.Host.Start;

/// <summary>Says of turns whose process died that they were interrupted: first in the audit trail, then in their conversation.</summary>
internal sealed class InterruptedStart(AuditReader audit, TurnStore turns, ILogger<InterruptedStart> logger) : IStartStep
{
    /// <inheritdoc/>
    public string Part => "audit";

    /// <inheritdoc/>
    public async Task<PartState> RunAsync(CancellationToken cancellationToken)
    {
        var marked = await audit.MarkInterruptedAsync(cancellationToken);
        await turns.CloseInterruptedAsync(await turns.OrphansAsync(cancellationToken), cancellationToken);
        if (marked.Count > 0)
        {
            Log.Interrupted(logger, marked.Count);
        }

        return new PartState(true, "append-only");
    }
}
