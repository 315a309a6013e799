namespace Copilot.Governance.Policies.Actions;

/// <summary>A higher bar from an amount on.</summary>
/// <param name="Amount">The amount, in the currency of the rules; it counts above this.</param>
/// <param name="Bar">What is asked for then.</param>
internal sealed record ActionBand(decimal Amount, ActionBar Bar);
