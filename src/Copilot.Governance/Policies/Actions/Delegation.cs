namespace Copilot.Governance.Policies.Actions;

/// <summary>Somebody stands in for somebody, for one role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Of">Who holds it, or stands in for its holder; the caller's id.</param>
/// <param name="To">Who stands in.</param>
/// <param name="Always">Also while the first is there.</param>
internal sealed record Delegation(string Role, string Of, string To, bool Always);
