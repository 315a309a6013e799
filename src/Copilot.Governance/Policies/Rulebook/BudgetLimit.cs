namespace Copilot.Governance.Policies.Rulebook;

/// <summary>What somebody may spend on models in a day.</summary>
/// <param name="Tokens">Tokens, sent and received; null for no limit.</param>
/// <param name="Money">Money, in the currency of the models' prices; null for no limit.</param>
internal sealed record BudgetLimit(long? Tokens, decimal? Money)
{
    public static BudgetLimit None { get; } = new(null, null);

    public bool IsSet => Tokens is not null || Money is not null;
}
