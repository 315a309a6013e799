namespace Copilot.Host.Channels.Exceptions;

/// <summary>Says where a case stands.</summary>
/// <param name="State"><c>seen</c>, <c>acting</c>, <c>resolved</c> or <c>dismissed</c>.</param>
/// <param name="Reason">Why; needed to dismiss.</param>
internal sealed record StateRequest(string? State, string? Reason = null);
