namespace Copilot.Odoo.Actions.Running;

/// <summary>Something the account of an execution must be allowed.</summary>
/// <param name="Model">The model, in the words of Odoo 19.</param>
/// <param name="Operation">read, write, create or unlink.</param>
/// <param name="Ids">The records; none where the model alone decides.</param>
internal sealed record NeededRight(string Model, string Operation, IReadOnlyList<int> Ids);
