namespace Copilot.Host.Channels.Rest;

/// <summary>Who is signed in.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="DisplayName">The name shown to people.</param>
/// <param name="Roles">The roles.</param>
/// <param name="Companies">Names of the companies whose records are read.</param>
/// <param name="Language">The language of answers, ISO 639-1.</param>
/// <param name="HasExceptions">Whether this service looks for exceptions by itself and lists them.</param>
internal sealed record MeView(string Id, string DisplayName, IReadOnlyList<string> Roles, IReadOnlyList<string> Companies, string Language, bool HasExceptions);
