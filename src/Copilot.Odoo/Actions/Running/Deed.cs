using Copilot.Contracts;

namespace Copilot.Odoo.Actions.Running;

/// <summary>One step of an action: one call that changes something, and the look that tells whether it is done.</summary>
internal sealed record Deed
{
    /// <summary>What it does, for people, as a statement that holds once it is done: "the promised date is moved".</summary>
    public required string Text { get; init; }

    /// <summary>Looks whether it is done. Reads only.</summary>
    public required Func<ActionRun, CancellationToken, Task<(Proof Proof, RecordRef? Record)>> Look { get; init; }

    /// <summary>Does it: one transaction of Odoo. Gives the record it made or changed.</summary>
    public required Func<ActionRun, Task<RecordRef?>> Do { get; init; }

    /// <summary>Whether it is tried even when a step before it failed: puts back what was taken away.</summary>
    public bool Always { get; init; }
}
