using Copilot.Contracts;

namespace Copilot.Host.Channels.Exceptions;

/// <summary>The cases a person may see.</summary>
/// <param name="Exceptions">The cases, the most pressing first.</param>
/// <param name="ScannedAt">When the business system was last looked at; null when never.</param>
/// <param name="Stale">What is wrong with the watch, for people; null when nothing is.</param>
internal sealed record ExceptionList(IReadOnlyList<ExceptionCase> Exceptions, DateTimeOffset? ScannedAt, string? Stale);
