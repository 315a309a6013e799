namespace Copilot.Contracts;

/// <summary>One look-up or action a planner can ask for.</summary>
public interface ITool
{
    /// <summary>Gets what the tool is, for planners, policies and people.</summary>
    ToolDefinition Definition { get; }

    /// <summary>Runs the call the permit covers, with the caller's own rights.</summary>
    /// <param name="context">Who asks, when, in which turn.</param>
    /// <param name="call">The call; its arguments are untrusted.</param>
    /// <param name="permit">The permit Governance issued for this call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What was found, as evidence with findings that stand on it. Expected trouble is a result, not an exception.</returns>
    Task<ToolResult> RunAsync(ToolContext context, ToolCall call, ToolPermit permit, CancellationToken cancellationToken);
}
