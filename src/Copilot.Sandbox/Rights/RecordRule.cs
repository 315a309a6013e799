using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Rights;

/// <summary>
/// Restricts a model's records. Rules without a group hold for everybody, all of them; of the rules of the user's groups one is enough.
/// </summary>
/// <param name="Model">The model.</param>
/// <param name="Group">The group, or null for everybody.</param>
/// <param name="Domain">The domain of allowed records, in Odoo's notation.</param>
/// <param name="Operations">When the rule is looked at.</param>
internal sealed record RecordRule(string Model, string? Group, Func<Session, IReadOnlyList<object?>> Domain, Operations Operations = Operations.Everything);
