using Copilot.Governance.Policies.Rulebook;

namespace Copilot.Governance.Policies.Rules;

/// <summary>One rule of <c>policies.yaml</c>.</summary>
internal sealed class PolicyFileRule(ToolRule rule) : IPolicyRule
{
    public string Name => rule.Name;

    public RuleVerdict Judge(PolicyQuestion question)
        => rule.When.Holds(question, opens: rule.Says == Decision.Allow) ? new RuleVerdict(rule.Says, rule.Reason) : RuleVerdict.Silent;
}
