namespace Copilot.Governance.Policies;

/// <summary>A rule's word with its reason for people.</summary>
internal sealed record RuleVerdict(Decision Decision, string Reason)
{
    public static RuleVerdict Silent { get; } = new(Decision.Silent, string.Empty);
}
