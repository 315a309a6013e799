namespace Copilot.Governance.Policies.Rules;

/// <summary>A role may use a tool when it may see every kind of data the tool touches.</summary>
internal sealed class RoleGrantsRule : IPolicyRule
{
    public string Name => "role_grants";

    public RuleVerdict Judge(PolicyQuestion question)
    {
        if (question.Tool.Touches.Count == 0)
        {
            return new RuleVerdict(Decision.Deny, "This tool does not say which data it uses.");
        }

        var missing = RoleGrants.Missing(question.Caller.Roles, question.Tool.Touches);
        return missing.Count == 0
            ? new RuleVerdict(Decision.Allow, string.Empty)
            : new RuleVerdict(Decision.Deny, $"Your role may not see {string.Join(" or ", missing.Select(RoleGrants.Describe))}.");
    }
}
