using Copilot.Contracts;
using Copilot.Governance.Policies.Rulebook;

namespace Copilot.Governance.Policies.Rules;

/// <summary>A role may use a tool when it may see every kind of data the tool touches. The ERP's own rights narrow this further for each record.</summary>
internal sealed class RoleGrantsRule(PolicyFile policies) : IPolicyRule
{
    public const string RuleName = "role_grants";

    public string Name => RuleName;

    public RuleVerdict Judge(PolicyQuestion question)
    {
        if (question.Tool.Touches.Count == 0)
        {
            return new RuleVerdict(Decision.Deny, "This tool does not say which data it uses.");
        }

        var granted = question.Caller.Roles.Where(policies.Grants.ContainsKey).SelectMany(r => policies.Grants[r]).ToHashSet();
        List<DataClass> missing = [.. question.Tool.Touches.Where(t => !granted.Contains(t)).Distinct()];

        // Silent, not denied: a rule of the file may allow a role one tool beyond its data. Where none does, this is the reason given.
        return missing.Count == 0
            ? new RuleVerdict(Decision.Allow, string.Empty)
            : new RuleVerdict(Decision.Silent, $"Your role may not see {string.Join(" or ", missing.Select(DataWords.Describe))}.");
    }
}
