using Copilot.Contracts;

namespace Copilot.Host.Channels.Rest;

/// <summary>A conversation with its turns.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">The beginning of its first question.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="UpdatedAt">When its last turn began or ended, UTC.</param>
/// <param name="Turns">The turns that have ended, in order.</param>
internal sealed record ConversationView(string Id, string Title, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt, IReadOnlyList<Turn> Turns);
