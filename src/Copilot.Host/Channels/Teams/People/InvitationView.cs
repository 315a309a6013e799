namespace Copilot.Host.Channels.Teams.People;

/// <summary>A code that links an account in Teams.</summary>
/// <param name="Code">The code; good once.</param>
/// <param name="Say">What to write to the bot.</param>
/// <param name="ExpiresAt">When it lapses, UTC.</param>
public sealed record InvitationView(string Code, string Say, DateTimeOffset ExpiresAt);
