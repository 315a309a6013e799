namespace Copilot.Governance.Policies.Rules;

/// <summary>Whatever changes something outside this service waits for an approval.</summary>
internal sealed class NoUnapprovedWritesRule : IPolicyRule
{
    public string Name => "no_unapproved_writes";

    public RuleVerdict Judge(PolicyQuestion question)
        => question.Tool.Writes ? new RuleVerdict(Decision.NeedsApproval, "This changes something, so it needs an approval first.") : RuleVerdict.Silent;
}
