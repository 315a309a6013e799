namespace Copilot.Odoo.Warehouse;

/// <summary>How many transfers of one kind a warehouse finished in a period and in the one it is compared with.</summary>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="Kind">The operation type's code: <c>outgoing</c>, <c>incoming</c> or <c>internal</c>.</param>
/// <param name="Now">In the period.</param>
/// <param name="Before">In the one before.</param>
internal sealed record FinishedWork(string Warehouse, string Kind, int Now, int Before);
