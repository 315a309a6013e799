using Copilot.Host.Storage;

namespace Copilot.Host.Start;

/// <summary>Puts a serving node on the roster and closes what dead ones left open.</summary>
internal sealed class InterruptedStart(INodes nodes, InterruptedTurns interrupted) : IStartStep
{
    /// <inheritdoc/>
    public string Part => "audit";

    /// <inheritdoc/>
    public async Task<PartState> RunAsync(CancellationToken cancellationToken)
    {
        await nodes.EnterAsync(cancellationToken);
        await interrupted.CloseAsync(cancellationToken);
        return new PartState(true, "append-only");
    }
}
