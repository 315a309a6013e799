using System.Collections.Frozen;
using System.Globalization;
using Copilot.Contracts;
using Copilot.Governance.Policies.Rulebook;

namespace Copilot.Governance.Masking.Figures;

/// <summary>Keeps figures from roles as <c>policies.yaml</c> says.</summary>
internal sealed class FigureRights(PolicyFile policies) : IFigureRights
{
    private static readonly FrozenSet<MoneyKind> Nothing = FrozenSet<MoneyKind>.Empty;
    private static readonly FrozenSet<decimal> NoValues = FrozenSet<decimal>.Empty;

    /// <inheritdoc/>
    public IReadOnlySet<MoneyKind> HiddenFrom(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);

        // Who has several roles sees what one of them may see. Who has none is not answered at all.
        return caller.Roles.Count == 0 || policies.Figures.Count == 0
            ? Nothing
            : caller.Roles.Select(role => policies.Figures.GetValueOrDefault(role, Nothing)).Aggregate((seen, next) => seen.Intersect(next).ToFrozenSet());
    }

    /// <inheritdoc/>
    public string Screen(Caller caller, string text) => FigureText.Hide(text, HiddenFrom(caller), NoValues);

    /// <inheritdoc/>
    public ToolResult Screen(Caller caller, ToolResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var kinds = HiddenFrom(caller);
        if (kinds.Count == 0 || result.Outcome != ToolOutcome.Ok)
        {
            return result;
        }

        var known = result.Evidence.SelectMany(Facts).Where(f => IsHidden(kinds, f)).Select(Value).OfType<decimal>().SelectMany(v => new[] { Math.Abs(v), Math.Abs(Math.Round(v, 2)), Math.Abs(Math.Round(v, 1)) })
            .Where(v => v != 0).ToFrozenSet();
        var cards = result.Cards.Select(c => CardScreen.Screen(c, kinds, known)).ToList();
        var screened = result with
        {
            Evidence = [.. result.Evidence.Select(e => Screen(e, kinds, known))],
            Findings = [.. result.Findings.Select(f => f with { Text = FigureText.Hide(f.Text, kinds, known) })],
            Cards = [.. cards.OfType<Card>()],
            QuestionBack = result.QuestionBack is { } question ? FigureText.Hide(question, kinds, known) : null,
        };
        var changed = screened.Findings.Zip(result.Findings).Any(p => p.First.Text != p.Second.Text) || !cards.Zip(result.Cards).All(p => ReferenceEquals(p.First, p.Second));
        return !changed || result.Evidence.Count == 0
            ? screened
            : screened with { Withheld = Told(kinds), Findings = [.. screened.Findings, new Contracts.Finding { Role = FindingRole.Caveat, Text = Told(kinds), EvidenceIds = [result.Evidence[0].Id] }] };
    }

    /// <summary>What is said of it: "Costs and margins are not shown to your role."</summary>
    private static string Told(IReadOnlySet<MoneyKind> kinds)
    {
        var names = kinds.Order().Select(k => k switch { MoneyKind.Price => "prices", MoneyKind.Cost => "costs", _ => "margins" }).ToList();
        var listed = names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
        return $"{char.ToUpperInvariant(listed[0])}{listed[1..]} are not shown to your role.";
    }

    private static Evidence Screen(Evidence evidence, IReadOnlySet<MoneyKind> kinds, IReadOnlySet<decimal> known)
    {
        var excerpt = FigureText.Hide(evidence.Excerpt, kinds, known);
        var facts = evidence.Facts.Where(f => !IsHidden(kinds, f)).ToList();
        var tells = evidence.Calculation is { } c && c.Inputs.Append(c.Result).Any(f => IsHidden(kinds, f));

        // A calculation that would tell a hidden figure stays as what it is about, without its arithmetic.
        return tells ? evidence with { Kind = EvidenceKind.Record, Excerpt = FigureText.Hide(evidence.Title, kinds, known), Facts = facts, Calculation = null }
            : evidence with { Excerpt = excerpt, Facts = facts };
    }

    private static IEnumerable<Fact> Facts(Evidence evidence)
        => evidence.Calculation is { } c ? evidence.Facts.Concat(c.Inputs).Append(c.Result) : evidence.Facts;

    /// <summary>Whether a value is one of these kinds, by its name.</summary>
    public static bool IsHidden(IReadOnlySet<MoneyKind> kinds, Fact fact)
        => fact.Kind is FactKind.Money or FactKind.Percent && MoneyWords.Speaks(kinds, fact.Name);

    private static decimal? Value(Fact fact) => decimal.TryParse(fact.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
