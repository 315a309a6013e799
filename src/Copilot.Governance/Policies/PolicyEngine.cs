namespace Copilot.Governance.Policies;

/// <summary>Folds what the rules say: deny beats approval beats allow; a rule that throws denies; nothing said means no, with the reason of the first rule that says why it is silent.</summary>
internal sealed class PolicyEngine(IEnumerable<IPolicyRule> rules)
{
    private const string NoRule = "nothing_allows_it";

    private readonly IPolicyRule[] rules = [.. rules];

    public (Decision Decision, string Rule, string Reason) Decide(PolicyQuestion question)
    {
        var strongest = (Decision: Decision.Silent, Rule: NoRule, Reason: "No rule allows this.");
        foreach (var rule in rules)
        {
            var verdict = Judge(rule, question);
            if (verdict.Decision > strongest.Decision || (verdict.Decision == Decision.Silent && strongest.Decision == Decision.Silent && strongest.Rule == NoRule && verdict.Reason.Length > 0))
            {
                strongest = (verdict.Decision, rule.Name, verdict.Reason);
            }
        }

        return strongest.Decision == Decision.Silent ? (Decision.Deny, strongest.Rule, strongest.Reason) : strongest;
    }

    private static RuleVerdict Judge(IPolicyRule rule, PolicyQuestion question)
    {
        try
        {
            return rule.Judge(question);
        }
#pragma warning disable CA1031 // A rule that can't be read must close the door, whatever went wrong in it.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new RuleVerdict(Decision.Deny, "A policy rule could not be applied, so this is not allowed.");
        }
    }
}
