namespace Copilot.Host.Storage;

/// <summary>A conversation in its owner's list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">The beginning of its first question.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="UpdatedAt">When its last turn began or ended, UTC.</param>
/// <param name="TurnCount">How many turns it has.</param>
internal sealed record ConversationSummary(string Id, string Title, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt, int TurnCount);
