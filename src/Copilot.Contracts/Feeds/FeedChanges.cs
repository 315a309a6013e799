namespace Copilot.Contracts;

/// <summary>What changed in a feed.</summary>
/// <param name="Changed">New and changed documents.</param>
/// <param name="Gone">The keys of documents that no longer exist.</param>
/// <param name="Mark">Give it to the next call.</param>
public sealed record FeedChanges(IReadOnlyList<FeedEntry> Changed, IReadOnlyList<string> Gone, string Mark);
