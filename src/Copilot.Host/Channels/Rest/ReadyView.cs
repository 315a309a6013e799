using Copilot.Host.Start;

namespace Copilot.Host.Channels.Rest;

/// <summary>Whether questions can be answered.</summary>
/// <param name="Status"><c>ready</c> or <c>not_ready</c>.</param>
/// <param name="Parts">The state of each part.</param>
internal sealed record ReadyView(string Status, IReadOnlyDictionary<string, PartState> Parts);
