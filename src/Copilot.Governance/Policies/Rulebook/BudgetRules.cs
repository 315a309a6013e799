namespace Copilot.Governance.Policies.Rulebook;

/// <summary>The budgets of a day.</summary>
/// <param name="ReducedAt">From this share on, in percent, turns get little.</param>
/// <param name="Hold">The tokens that are set aside for a turn while it runs.</param>
/// <param name="HoldMoney">The money that is set aside for a turn while it runs.</param>
/// <param name="Caller">For one person.</param>
/// <param name="Company">For all whose first company is the same.</param>
/// <param name="Tenant">For all.</param>
internal sealed record BudgetRules(int ReducedAt, long Hold, decimal HoldMoney, BudgetLimit Caller, BudgetLimit Company, BudgetLimit Tenant)
{
    public static BudgetRules None { get; } = new(80, 0, 0, BudgetLimit.None, BudgetLimit.None, BudgetLimit.None);

    public bool AnySet => Caller.IsSet || Company.IsSet || Tenant.IsSet;
}
