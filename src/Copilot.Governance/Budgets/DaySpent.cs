namespace Copilot.Governance.Budgets;

/// <summary>What a day has cost so far, what running turns have set aside included.</summary>
internal sealed record DaySpent(Spent Caller, Spent Company, Spent Tenant);
