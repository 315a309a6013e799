namespace Copilot.Contracts;

/// <summary>
/// A tool that writes. <see cref="ITool.RunAsync"/> only prepares: it reads, and gives back <see cref="ToolResult.Action"/> with findings that say what would happen.
/// What was prepared runs later, behind a permit bound to its fingerprint.
/// </summary>
public interface IActionTool : ITool
{
    /// <summary>
    /// Checks with <see cref="ActionOrder.RunsAs"/>'s rights that the records are unchanged since and that it can still be done (stock free, state right), then does it and leaves
    /// <see cref="ActionOrder.Reference"/> in the ERP with who asked, who approved and where the evidence is. Never throws for what the ERP says.
    /// </summary>
    /// <param name="order">The approved action.</param>
    /// <param name="permit">The permit of this execution; covers the order's fingerprint and no other.</param>
    /// <param name="cancellationToken">Stops before the next step; what is done stays done and is said.</param>
    /// <returns>What became of it.</returns>
    Task<ActionOutcome> ExecuteAsync(ActionOrder order, ToolPermit permit, CancellationToken cancellationToken);

    /// <summary>Finds out in the ERP what an execution whose answer was lost has done, by its reference and by the state of the records. Reads only.</summary>
    /// <param name="order">The order that was being executed.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>Done or Partly when it ran; NotYet when nothing of it is there and it may run again; Unknown when the ERP can't be asked now.</returns>
    Task<ActionOutcome> ReconcileAsync(ActionOrder order, CancellationToken cancellationToken);
}
