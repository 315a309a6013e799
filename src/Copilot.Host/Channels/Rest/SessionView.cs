namespace Copilot.Host.Channels.Rest;

/// <summary>A demo session.</summary>
/// <param name="Token">The bearer token.</param>
/// <param name="Persona">The persona.</param>
/// <param name="DisplayName">The name shown to people.</param>
/// <param name="ExpiresAt">When the token lapses, UTC.</param>
internal sealed record SessionView(string Token, string Persona, string DisplayName, DateTimeOffset ExpiresAt);
