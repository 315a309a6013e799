namespace Copilot.Host.Channels.Rest;

/// <summary>Who somebody wants to play.</summary>
/// <param name="Persona">The persona's name.</param>
internal sealed record SessionRequest(string? Persona);
