namespace Copilot.Governance.Policies.Rules;

/// <summary>A turn that shows signs of being steered can read within the caller's rights but not write.</summary>
internal sealed class SuspiciousTurnRule : IPolicyRule
{
    public string Name => "suspicious_turn";

    public RuleVerdict Judge(PolicyQuestion question)
        => question.Tool.Writes && question.Signals.Count > 0
            ? new RuleVerdict(Decision.Deny, "The question reads like an attempt to steer the copilot, so nothing is changed in this turn.")
            : RuleVerdict.Silent;
}
