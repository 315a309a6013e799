using Copilot.Contracts;

namespace Copilot.Governance.Policies.Rulebook;

/// <summary>Reads the rules about tools.</summary>
internal static class ToolRuleReader
{
    private static readonly Dictionary<string, Decision> Words = new() { ["deny"] = Decision.Deny, ["approve"] = Decision.NeedsApproval, ["allow"] = Decision.Allow };

    private static readonly Dictionary<string, RiskClass> RiskWords = Enum.GetValues<RiskClass>().ToDictionary(r => r.ToString().ToLowerInvariant(), r => r);

    public static IReadOnlyList<ToolRule> Read(YamlPart list) => [.. list.Items().Select(Rule).OfType<ToolRule>()];

    private static ToolRule? Rule(YamlPart part)
    {
        var keys = part.Keys("name", "say", "when", "reason");
        if (!keys.TryGetValue("name", out var name) || !keys.TryGetValue("say", out var say))
        {
            part.Fault("needs a 'name' and a 'say' (deny, approve or allow).");
            return null;
        }

        var decision = say.OneOf(Words);
        var reason = keys.TryGetValue("reason", out var why) ? why.Text() : string.Empty;
        if (reason.Length == 0 && decision is Decision.Deny or Decision.NeedsApproval)
        {
            part.Fault("needs a 'reason' that people can understand, since it refuses or delays what they asked for.");
        }

        if (name.Text() is { Length: > 0 } text && !text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-'))
        {
            name.Fault("must be lower-case letters, digits, dashes and underscores: it goes into the audit trail.");
        }

        var condition = keys.TryGetValue("when", out var when) ? Condition(when) : new ToolCondition();
        return decision is { } said ? new ToolRule(name.Text(), said, condition, reason, part.Line) : null;
    }

    private static ToolCondition Condition(YamlPart part)
    {
        var keys = part.Keys("tools", "roles", "companies", "writes", "amount_above", "risk", "signals");
        var roles = RoleNames.All.Select((role, i) => (role, i)).ToDictionary(p => p.role, p => p.i);
        return new ToolCondition
        {
            Tools = Of("tools", ToolNames),
            Roles = Of<IReadOnlyList<string>>("roles", p => [.. p.ListOf(roles).Select(i => RoleNames.All[i])]),
            Companies = Of("companies", p => p.Texts()),
            Writes = keys.TryGetValue("writes", out var writes) ? writes.Flag() : null,
            AmountAbove = keys.TryGetValue("amount_above", out var amount) ? amount.Number(0, 1_000_000_000_000, whole: false) : null,
            Risks = Of("risk", p => p.ListOf(RiskWords)),
            Signals = Of("signals", p => p.IsText("any") ? [] : p.Texts()),
        };

        T? Of<T>(string key, Func<YamlPart, T> read)
            where T : class
            => keys.TryGetValue(key, out var found) ? read(found) : null;
    }

    /// <summary>Names of tools; a star stands at the end only.</summary>
    public static IReadOnlyList<string> ToolNames(YamlPart part)
    {
        foreach (var item in part.Items().Where(i => i.Text() is var t && t.Contains('*', StringComparison.Ordinal) && t.IndexOf('*', StringComparison.Ordinal) < t.Length - 1))
        {
            item.Fault("has a star in the middle; a star stands at the end only, as in odoo.*.");
        }

        return part.Texts();
    }
}
