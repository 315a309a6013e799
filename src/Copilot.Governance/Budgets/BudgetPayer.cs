using Copilot.Contracts;

namespace Copilot.Governance.Budgets;

/// <summary>Whose budgets a turn is paid from.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Caller">The caller.</param>
/// <param name="Company">The caller's first company, by its number; empty for none.</param>
internal sealed record BudgetPayer(string Tenant, string Caller, string Company)
{
    public static BudgetPayer Of(Caller caller)
        => new(caller.Tenant, caller.Id, caller.Companies.Count > 0 ? caller.Companies[0].Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : string.Empty);
}
