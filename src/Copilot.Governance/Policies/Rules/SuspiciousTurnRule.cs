using Copilot.Governance.Screening;

namespace Copilot.Governance.Policies.Rules;

/// <summary>
/// A turn that shows signs of being steered can read within the caller's rights but not write. Signs in the question forbid it; signs in something that
/// was read leave it to a person, who is told why.
/// </summary>
internal sealed class SuspiciousTurnRule : IPolicyRule
{
    public string Name => "suspicious_turn";

    public RuleVerdict Judge(PolicyQuestion question)
        => !question.Tool.Writes || question.Signals.Count == 0 ? RuleVerdict.Silent
            : question.Signals.All(OutsideSigns.IsOne) ? new RuleVerdict(Decision.NeedsApproval, "Something that was read for this tries to steer the copilot, so a person has to look at it first.")
            : new RuleVerdict(Decision.Deny, SteeringSigns.NothingChanged);
}
