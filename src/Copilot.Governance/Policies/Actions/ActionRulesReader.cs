using Copilot.Contracts;
using Copilot.Governance.Policies.Rulebook;

namespace Copilot.Governance.Policies.Actions;

/// <summary>Reads the section <c>actions</c>.</summary>
internal sealed class ActionRulesReader(PolicyFaults faults)
{
    private const decimal MostMoney = 1_000_000_000_000;

    private static readonly Dictionary<string, int> RoleWords = RoleNames.All.Select((role, i) => (role, i)).ToDictionary(p => p.role, p => p.i);

    /// <summary>Reads it.</summary>
    public ActionRules Read(YamlPart part)
    {
        var keys = part.Keys("currency", "expires_after_hours", "own_approval_up_to", "above_own_ask", "rules", "delegates", "absences");
        var own = keys.TryGetValue("own_approval_up_to", out var limits) ? Own(limits) : [];
        var rules = keys.TryGetValue("rules", out var list) ? list.Items().Select(i => new ActionRuleReader(i).Read()).OfType<ActionRule>().ToList() : [];
        Conflicts(rules);
        var delegations = keys.TryGetValue("delegates", out var delegates) ? delegates.Items().Select(i => (Part: i, Delegation: DelegationOf(i))).Where(d => d.Delegation is not null).ToList() : [];
        Cycles(delegations.ConvertAll(d => (d.Part, d.Delegation!)));
        return new ActionRules
        {
            Currency = keys.TryGetValue("currency", out var currency) ? Currency(currency) : "EUR",
            ExpiresAfter = keys.TryGetValue("expires_after_hours", out var hours) ? Hours(hours) : ActionRules.None.ExpiresAfter,
            OwnUpTo = own.Where(o => o.Key != "others").ToDictionary(),
            OwnUpToOthers = own.GetValueOrDefault("others"),
            AboveOwn = keys.TryGetValue("above_own_ask", out var above) ? Roles(above) : [],
            Rules = rules,
            Delegations = delegations.ConvertAll(d => d.Delegation!),
            Absences = keys.TryGetValue("absences", out var absences) ? [.. absences.Items().Select(AbsenceOf).OfType<Absence>()] : [],
        };
    }

    public static IReadOnlyList<string> Roles(YamlPart part) => [.. part.ListOf(RoleWords).Select(i => RoleNames.All[i])];

    public static TimeSpan Hours(YamlPart part) => TimeSpan.FromHours((double)part.Number(1, 24 * 90, whole: true));

    public static decimal Money(YamlPart part) => part.Number(0, MostMoney, whole: false);

    private static string Currency(YamlPart part)
    {
        var text = part.Text();
        if (text.Length != 3 || !text.All(char.IsAsciiLetterUpper))
        {
            part.Fault("must be a currency by its three capital letters, as EUR.");
        }

        return text;
    }

    private static Dictionary<string, decimal> Own(YamlPart part)
        => part.Keys([.. RoleNames.All, "others"]).ToDictionary(p => p.Key, p => Money(p.Value), StringComparer.Ordinal);

    private static Delegation? DelegationOf(YamlPart part)
    {
        var keys = part.Keys("role", "of", "to", "when");
        if (!keys.TryGetValue("role", out var role) || !keys.TryGetValue("of", out var of) || !keys.TryGetValue("to", out var to))
        {
            part.Fault("needs a 'role', and who stands in: 'of' and 'to', each by the id of a person (demo:purchaser).");
            return null;
        }

        var always = keys.TryGetValue("when", out var when) && when.OneOf(new Dictionary<string, bool> { ["absent"] = false, ["always"] = true }) == true;
        return role.OneOf(RoleWords) is { } index ? new Delegation(RoleNames.All[index], of.Text(), to.Text(), always) : null;
    }

    private static Absence? AbsenceOf(YamlPart part)
    {
        var keys = part.Keys("who", "from", "to");
        if (!keys.TryGetValue("who", out var who) || !keys.TryGetValue("from", out var from) || !keys.TryGetValue("to", out var to))
        {
            part.Fault("needs 'who' (the id of a person), 'from' and 'to' (days as 2026-12-24).");
            return null;
        }

        var (first, last) = (Day(from), Day(to));
        if (last < first)
        {
            part.Fault("ends before it begins; exchange 'from' and 'to'.");
        }

        return new Absence(who.Text(), first, last);
    }

    private static DateOnly Day(YamlPart part)
    {
        if (!DateOnly.TryParseExact(part.Text(), "yyyy-MM-dd", out var day))
        {
            part.Fault("must be a day, as 2026-12-24.");
        }

        return day;
    }

    private void Conflicts(List<ActionRule> rules)
    {
        foreach (var same in rules.GroupBy(r => r.Name).SelectMany(g => g.Skip(1)))
        {
            faults.Add(same.Line, $"the action rule '{same.Name}' has the name of another; the audit could not tell them apart. Rename one.");
        }
    }

    /// <summary>A chain that comes back to where it began would let nobody decide, or everybody.</summary>
    private static void Cycles(List<(YamlPart Part, Delegation Delegation)> delegations)
    {
        foreach (var (part, delegation) in delegations)
        {
            var reached = new HashSet<string>(StringComparer.Ordinal) { delegation.To };
            while (delegations.Any(d => d.Delegation.Role == delegation.Role && reached.Contains(d.Delegation.Of) && reached.Add(d.Delegation.To)))
            {
            }

            if (reached.Contains(delegation.Of))
            {
                part.Fault($"goes in a circle: '{delegation.To}' comes back to '{delegation.Of}' for {delegation.Role}. Remove one of the links.");
            }
        }
    }
}
