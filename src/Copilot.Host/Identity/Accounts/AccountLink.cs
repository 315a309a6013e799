using Copilot.Contracts;

namespace Copilot.Host.Identity.Accounts;

/// <summary>A linked account as its owner may see it: without the secret.</summary>
/// <param name="Login">The login.</param>
/// <param name="Name">The person's name in the business system.</param>
/// <param name="Companies">The companies the account belongs to.</param>
/// <param name="LinkedAt">When it was linked, UTC.</param>
/// <param name="ExpiresAt">When its key lapses, UTC, or null when that is not known.</param>
internal sealed record AccountLink(string Login, string Name, IReadOnlyList<CompanyRef> Companies, DateTimeOffset LinkedAt, DateTimeOffset? ExpiresAt);
