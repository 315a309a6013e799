using Copilot.Contracts;
using Copilot.Governance.Policies.Rulebook;
using Copilot.Governance.Screening;

namespace Copilot.Governance.Policies.Actions;

/// <summary>Says what an action needs. Pure: the same draft, person and file give the same answer. Nothing said means never.</summary>
internal sealed class ActionPolicy(PolicyFile policies, PolicyEngine engine)
{
    private const string NothingSaid = "no_action_rule";

    private static readonly HashSet<string> Remote = new(StringComparer.Ordinal) { "mcp", "openai" };

    private readonly ActionRules rules = policies.Actions;

    /// <summary>Decides.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="call">The call that prepared it.</param>
    /// <param name="draft">What it would do.</param>
    /// <param name="requester">Who asks.</param>
    /// <param name="signals">The signs of steering, in the question and in what was read.</param>
    /// <param name="channel">Where it was asked for: over a channel on which programs speak, nothing runs at once.</param>
    public ActionNeed Decide(ToolDefinition tool, ToolCall call, ActionDraft draft, Caller requester, IReadOnlyList<string> signals, string channel)
    {
        var question = new PolicyQuestion(requester, tool, call, signals) { Risk = draft.Risk, Exposed = Math.Abs(draft.Exposure.Amount) };
        if (engine.MayPrepare(question) is { Allowed: false } refusal)
        {
            return Refused(refusal.Rule, refusal.Reason, draft.Risk);
        }

        var speaking = rules.Rules.Where(r => r.Holds(draft, requester, draft.Risk)).Select(r => (Rule: r, Bar: r.BarFor(draft.Exposure, rules.Currency))).ToList();
        if (!speaking.Exists(s => s.Rule.NamesTools))
        {
            return Refused(NothingSaid, $"The company's policies do not say who may approve this kind of action ({draft.Tool}), so it can't be proposed. Whoever keeps policies.yaml can add it under actions.", draft.Risk);
        }

        var level = speaking.Max(s => s.Bar.Level);
        var deciding = speaking.Where(s => s.Bar.Level == level).ToList();
        var rule = string.Join('+', deciding.Select(s => s.Rule.Name));
        if (level == ActionLevel.Never)
        {
            return Refused(rule, "The company's policies do not allow this action here.", draft.Risk);
        }

        var ownLimit = OwnLimit(requester, speaking.Select(s => s.Rule));
        var ownCounts = Math.Abs(draft.Exposure.Amount) <= ownLimit && (draft.Exposure.Amount == 0 || string.Equals(draft.Exposure.Currency, rules.Currency, StringComparison.OrdinalIgnoreCase));
        IReadOnlyList<IReadOnlyList<string>> slots = level switch
        {
            ActionLevel.AskRole => [.. deciding.Select(s => s.Bar.Roles).DistinctBy(r => string.Join(' ', r.Order(StringComparer.Ordinal)))],
            ActionLevel.TwoPersons => Pairs(deciding.ConvertAll(s => s.Bar.Roles)),
            ActionLevel.AskRequester => [[ActionNeed.Requester]],
            _ => [],
        };
        (level, slots, rule) = Raise(level, slots, rule, ownCounts, engine.Approving(question), signals, channel);
        return slots.Count == 0 && level != ActionLevel.Run
            ? Refused(rule, "This is more than you may approve yourself, and the policies name nobody else who may.", draft.Risk)
            : new ActionNeed
            {
                Level = level,
                Slots = slots,
                Rule = rule,
                Risk = draft.Risk,
                OwnCounts = ownCounts,
                ExpiresAfter = speaking.Select(s => s.Rule.ExpiresAfter).OfType<TimeSpan>().DefaultIfEmpty(rules.ExpiresAfter).Min(),
            };
    }

    /// <summary>What lies outside the rules about actions and raises the bar: the rules about tools, signs of steering, programs that ask, and one's own limit.</summary>
    private (ActionLevel Level, IReadOnlyList<IReadOnlyList<string>> Slots, string Rule) Raise(
        ActionLevel level, IReadOnlyList<IReadOnlyList<string>> slots, string rule, bool ownCounts, IReadOnlyList<string> approving, IReadOnlyList<string> signals, string channel)
    {
        return level < ActionLevel.AskRole && approving.Count > 0 ? (ActionLevel.AskRole, Others(), approving[0])
            : level == ActionLevel.AskRequester && !ownCounts ? (ActionLevel.AskRole, Others(), "own_approval")
            : level == ActionLevel.Run && signals.Any(OutsideSigns.IsOne) ? (ActionLevel.AskRequester, [[ActionNeed.Requester]], "suspicious_turn")
            : level == ActionLevel.Run && Remote.Contains(channel) ? (ActionLevel.AskRequester, [[ActionNeed.Requester]], "asked_by_a_program")
            : (level, slots, rule);
    }

    private IReadOnlyList<IReadOnlyList<string>> Others() => rules.AboveOwn.Count > 0 ? [rules.AboveOwn] : [];

    /// <summary>Two of the roles of each rule that wants two persons; what several rules want alike is wanted once.</summary>
    private static List<IReadOnlyList<string>> Pairs(List<IReadOnlyList<string>> roles)
        => [.. roles.DistinctBy(r => string.Join(' ', r.Order(StringComparer.Ordinal))).SelectMany(r => new[] { r, r })];

    private decimal OwnLimit(Caller requester, IEnumerable<ActionRule> speaking)
    {
        var own = speaking.Select(r => r.OwnUpTo).OfType<decimal>().ToList();
        return own.Count > 0 ? own.Min() : requester.Roles.Select(r => rules.OwnUpTo.GetValueOrDefault(r, rules.OwnUpToOthers)).DefaultIfEmpty(0).Max();
    }

    private static ActionNeed Refused(string rule, string reason, RiskClass risk)
        => new() { Level = ActionLevel.Never, Slots = [], Rule = rule, Reason = reason, Risk = risk, ExpiresAfter = TimeSpan.Zero, OwnCounts = false };
}
