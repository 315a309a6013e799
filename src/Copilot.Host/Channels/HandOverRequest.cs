namespace Copilot.Host.Channels;

/// <summary>Hands a conversation over to a person.</summary>
/// <param name="Person">The person's name in the business system; null for oneself.</param>
/// <param name="Note">What is to be done; null for the last question.</param>
internal sealed record HandOverRequest(string? Person = null, string? Note = null);
