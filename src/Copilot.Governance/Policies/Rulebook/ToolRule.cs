namespace Copilot.Governance.Policies.Rulebook;

/// <summary>One rule of the file.</summary>
/// <param name="Name">Its name in the audit trail.</param>
/// <param name="Says">Deny, approval or allow.</param>
/// <param name="When">Which calls it speaks of.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="Line">Where it stands in the file.</param>
internal sealed record ToolRule(string Name, Decision Says, ToolCondition When, string Reason, long Line);
