namespace Copilot.Governance.Policies.Actions;

/// <summary>Days somebody is not there.</summary>
/// <param name="Who">The caller's id.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
internal sealed record Absence(string Who, DateOnly From, DateOnly To);
