using System.Globalization;

namespace Copilot.Governance.Policies.Rulebook;

/// <summary>Finds rules of which one can't mean what it says beside another.</summary>
internal static class RuleConflicts
{
    public static void Find(IReadOnlyList<ToolRule> rules, PolicyFaults faults)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            for (var j = 0; j < rules.Count; j++)
            {
                if (i != j)
                {
                    Compare(rules[i], rules[j], i < j, faults);
                }
            }
        }
    }

    private static void Compare(ToolRule rule, ToolRule other, bool first, PolicyFaults faults)
    {
        if (first && rule.Name == other.Name)
        {
            faults.Add(other.Line, Text($"the rule '{other.Name}' has the name of the one on line {rule.Line}; the audit could not tell them apart. Rename one."));
        }
        else if (other.Says > rule.Says && other.When.Includes(rule.When))
        {
            var effect = other.Says == Decision.Deny ? "denies" : "asks for an approval of";
            faults.Add(rule.Line, Text($"the rule '{rule.Name}' never has an effect: '{other.Name}' on line {other.Line} {effect} everything it speaks of, and deny beats approve beats allow. Remove one, or narrow '{other.Name}'."));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
