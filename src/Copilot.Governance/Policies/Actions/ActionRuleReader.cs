using Copilot.Contracts;
using Copilot.Governance.Policies.Rulebook;

namespace Copilot.Governance.Policies.Actions;

/// <summary>Reads one rule about actions.</summary>
internal sealed class ActionRuleReader(YamlPart part)
{
    private static readonly Dictionary<string, ActionLevel> Words = new()
    {
        ["run"] = ActionLevel.Run,
        ["ask_requester"] = ActionLevel.AskRequester,
        ["ask_role"] = ActionLevel.AskRole,
        ["two_persons"] = ActionLevel.TwoPersons,
        ["never"] = ActionLevel.Never,
    };

    private static readonly Dictionary<string, RiskClass> RiskWords = Enum.GetValues<RiskClass>().ToDictionary(r => r.ToString().ToLowerInvariant(), r => r);

    private readonly IReadOnlyDictionary<string, YamlPart> keys = part.Keys("name", "say", "roles", "when", "above", "own_approval_up_to", "expires_after_hours");

    /// <summary>Reads it; null after a fault without which nothing can be made of it.</summary>
    public ActionRule? Read()
    {
        if (!keys.TryGetValue("name", out var name) || !keys.ContainsKey("say"))
        {
            part.Fault("needs a 'name' and a 'say' (run, ask_requester, ask_role, two_persons or never).");
            return null;
        }

        var when = keys.TryGetValue("when", out var conditions) ? conditions.Keys("tools", "roles", "companies", "customer_classes", "risk", "margin_below", "discount_above", "confidence_below") : new Dictionary<string, YamlPart>();
        var bar = Bar(part, keys);
        var bands = keys.TryGetValue("above", out var above) ? Bands(above, bar) : [];
        if (!when.ContainsKey("tools") && bands.Count == 0 && bar.Level == ActionLevel.Run)
        {
            part.Fault("changes nothing: without 'tools' it lets no action run, and it raises no bar. Name the tools, or remove it.");
        }

        return new ActionRule
        {
            Name = name.Text(),
            Line = part.Line,
            Bar = bar,
            Bands = bands,
            Tools = Of("tools", Tools),
            Roles = Of("roles", ActionRulesReader.Roles),
            Companies = Of("companies", p => p.Texts()),
            CustomerClasses = Of("customer_classes", p => p.Texts()),
            Risks = Of("risk", p => p.ListOf(RiskWords)),
            MarginBelow = Share("margin_below", -1),
            DiscountAbove = Share("discount_above", 0),
            ConfidenceBelow = (double?)Share("confidence_below", 0),
            OwnUpTo = keys.TryGetValue("own_approval_up_to", out var own) ? ActionRulesReader.Money(own) : null,
            ExpiresAfter = keys.TryGetValue("expires_after_hours", out var hours) ? ActionRulesReader.Hours(hours) : null,
        };

        T? Of<T>(string key, Func<YamlPart, T> read)
            where T : class
            => when.TryGetValue(key, out var found) ? read(found) : null;

        decimal? Share(string key, decimal least) => when.TryGetValue(key, out var found) ? found.Number(least, 1, whole: false) : null;
    }

    private static ActionBar Bar(YamlPart holder, IReadOnlyDictionary<string, YamlPart> keys)
    {
        var level = keys["say"].OneOf(Words) ?? ActionLevel.Never;
        var roles = keys.TryGetValue("roles", out var list) ? ActionRulesReader.Roles(list) : [];
        if (level is ActionLevel.AskRole or ActionLevel.TwoPersons && roles.Count == 0)
        {
            holder.Fault("asks for other people and does not say whom; write roles: [operations-manager].");
        }
        else if (level is not (ActionLevel.AskRole or ActionLevel.TwoPersons) && roles.Count > 0)
        {
            holder.Fault("names roles that it does not ask; write say: ask_role or two_persons, or remove 'roles'.");
        }

        return new ActionBar(level, roles);
    }

    private static List<ActionBand> Bands(YamlPart list, ActionBar under)
    {
        var bands = new List<ActionBand>();
        foreach (var item in list.Items())
        {
            var keys = item.Keys("amount", "say", "roles");
            if (!keys.TryGetValue("amount", out var amount) || !keys.ContainsKey("say"))
            {
                item.Fault("needs an 'amount' and a 'say'.");
                continue;
            }

            var band = new ActionBand(ActionRulesReader.Money(amount), Bar(item, keys));
            if (bands.Count > 0 && band.Amount <= bands[^1].Amount)
            {
                item.Fault("must be above the amount before it; write the smallest amount first.");
            }

            if (band.Bar.Level < (bands.Count > 0 ? bands[^1].Bar.Level : under.Level))
            {
                item.Fault("asks for less than what goes before it; more money never needs less.");
            }

            bands.Add(band);
        }

        return bands;
    }

    private static IReadOnlyList<string> Tools(YamlPart part)
    {
        foreach (var item in part.Items().Where(i => i.Text() is var t && t.IndexOf('*', StringComparison.Ordinal) is >= 0 and var at && at < t.Length - 1))
        {
            item.Fault("has a star in the middle; a star stands at the end only, as in odoo.*.");
        }

        return part.Texts();
    }
}
