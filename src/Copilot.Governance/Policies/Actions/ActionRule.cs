using Copilot.Contracts;

namespace Copilot.Governance.Policies.Actions;

/// <summary>One rule about actions. What is left out of its conditions matches everything; where a value is not known, the condition holds, since every rule can only raise the bar.</summary>
internal sealed record ActionRule
{
    public required string Name { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public required long Line { get; init; }

    public required ActionBar Bar { get; init; }

    /// <summary>Higher bars by amount, the smallest amount first.</summary>
    public IReadOnlyList<ActionBand> Bands { get; init; } = [];

    /// <summary>Tool names, or the beginning of names with a star.</summary>
    public IReadOnlyList<string>? Tools { get; init; }

    /// <summary>Roles of the one who asks.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    public IReadOnlyList<string>? Companies { get; init; }

    public IReadOnlyList<string>? CustomerClasses { get; init; }

    public IReadOnlyList<RiskClass>? Risks { get; init; }

    /// <summary>Speaks of less margin than this, as a share.</summary>
    public decimal? MarginBelow { get; init; }

    /// <summary>Speaks of more discount than this, as a share.</summary>
    public decimal? DiscountAbove { get; init; }

    /// <summary>Speaks when the tool is less sure than this that it is what was meant.</summary>
    public double? ConfidenceBelow { get; init; }

    /// <summary>The most one may approve of one's own under this rule; null for what the rules say in general.</summary>
    public decimal? OwnUpTo { get; init; }

    /// <summary>How long a proposal waits; null for what the rules say in general.</summary>
    public TimeSpan? ExpiresAfter { get; init; }

    /// <summary>Whether the rule says who may do a kind of action, rather than when the bar is higher.</summary>
    public bool NamesTools => Tools is not null;

    public bool Covers(string tool) => Tools is null || Tools.Any(t => t.EndsWith('*') ? tool.StartsWith(t[..^1], StringComparison.Ordinal) : t == tool);

    /// <summary>Whether the rule speaks of an action.</summary>
    public bool Holds(ActionDraft draft, Caller requester, RiskClass risk)
        => Covers(draft.Tool)
        && (Roles is null || requester.Roles.Any(Roles.Contains))
        && (Companies is null || draft.Company is not { } company || Companies.Contains(company, StringComparer.OrdinalIgnoreCase))
        && (CustomerClasses is null || draft.CustomerClass is not { } kind || CustomerClasses.Contains(kind, StringComparer.OrdinalIgnoreCase))
        && (Risks is null || Risks.Contains(risk))
        && (MarginBelow is null || draft.Margin is not { } margin || margin < MarginBelow)
        && (DiscountAbove is null || draft.Discount is not { } discount || discount > DiscountAbove)
        && (ConfidenceBelow is null || !(draft.Confidence >= ConfidenceBelow));

    /// <summary>The bar for an amount; an amount in another currency counts as the largest.</summary>
    public ActionBar BarFor(Exposure exposure, string currency)
    {
        var known = exposure.Amount == 0 || string.Equals(exposure.Currency, currency, StringComparison.OrdinalIgnoreCase);
        return Bands.LastOrDefault(b => !known || Math.Abs(exposure.Amount) > b.Amount)?.Bar ?? Bar;
    }
}
