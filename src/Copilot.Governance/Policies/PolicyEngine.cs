using Copilot.Governance.Policies.Rules;

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

    /// <summary>
    /// Whether a writing tool may look at what it would do. Preparing reads only, so what asks for an approval does not stand in its way; but nothing may deny it, and
    /// somebody must allow it: an approval never gives rights that the one who asks does not have.
    /// </summary>
    public (bool Allowed, string Rule, string Reason) MayPrepare(PolicyQuestion question)
    {
        var (decision, rule, reason) = Decide(question);
        if (decision == Decision.Deny)
        {
            return (false, rule, reason);
        }

        if (rules.Any(r => Judge(r, question).Decision == Decision.Allow))
        {
            return (true, rule, reason);
        }

        var silent = rules.Select(r => (Rule: r.Name, Judge(r, question).Reason)).FirstOrDefault(v => v.Reason.Length > 0 && v.Rule == RoleGrantsRule.RuleName);
        return silent.Rule is null ? (false, NoRule, "No rule allows this.") : (false, silent.Rule, silent.Reason);
    }

    /// <summary>The rules that want a person to look at this call, beside the one that wants it of every change.</summary>
    public IReadOnlyList<string> Approving(PolicyQuestion question)
        => [.. rules.Where(r => r is not (NoUnapprovedWritesRule or SuspiciousTurnRule) && Judge(r, question).Decision == Decision.NeedsApproval).Select(r => r.Name)];

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
