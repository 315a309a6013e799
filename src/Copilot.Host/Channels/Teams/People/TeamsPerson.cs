namespace Copilot.Host.Channels.Teams.People;

/// <summary>Somebody who wrote to the bot, as administrators see the person.</summary>
/// <param name="Tenant">The person's directory.</param>
/// <param name="Person">The person's id there.</param>
/// <param name="Name">The name in Teams. Untrusted.</param>
/// <param name="Email">The address as the channel tells it, or null.</param>
/// <param name="CallerId">Whom the person is linked to, or null.</param>
/// <param name="Match">Whom the address matches in the list of people, or null.</param>
/// <param name="AskedAt">When the person first wrote, UTC.</param>
/// <param name="LinkedAt">When the link was made, UTC; or null.</param>
/// <param name="LinkedBy">Who made it, or null.</param>
/// <param name="ClosedAt">When the person blocked or removed the bot, so that nothing can be brought, UTC; null while the chat is open.</param>
public sealed record TeamsPerson(string Tenant, string Person, string Name, string? Email, string? CallerId, string? Match, DateTimeOffset AskedAt, DateTimeOffset? LinkedAt, string? LinkedBy, DateTimeOffset? ClosedAt = null);
