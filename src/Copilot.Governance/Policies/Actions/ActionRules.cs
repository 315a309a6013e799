namespace Copilot.Governance.Policies.Actions;

/// <summary>What the file says about actions. Without the section every action is refused.</summary>
internal sealed record ActionRules
{
    public static ActionRules None { get; } = new();

    /// <summary>The currency of all amounts.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>How long a proposal waits.</summary>
    public TimeSpan ExpiresAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The most one may approve of one's own, by role.</summary>
    public IReadOnlyDictionary<string, decimal> OwnUpTo { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The most one may approve of one's own whose role is not named.</summary>
    public decimal OwnUpToOthers { get; init; }

    /// <summary>Who approves instead of the one who asked, where that is too much for one's own.</summary>
    public IReadOnlyList<string> AboveOwn { get; init; } = [];

    public IReadOnlyList<ActionRule> Rules { get; init; } = [];

    public IReadOnlyList<Delegation> Delegations { get; init; } = [];

    public IReadOnlyList<Absence> Absences { get; init; } = [];
}
