using Copilot.Contracts;

namespace Copilot.Testing.Knowledge;

/// <summary>A feed that says which records may be read, and counts how often it was asked.</summary>
public sealed class PracticeFeed(params RecordRef[] readable) : IDocumentFeed
{
    public string Name => "practice";

    /// <summary>Gets or sets what the feed throws instead of an answer.</summary>
    public Exception? Trouble { get; set; }

    /// <summary>Gets the questions asked.</summary>
    public List<IReadOnlyCollection<RecordRef>> Asked { get; } = [];

    public Task<FeedChanges> ChangesAsync(string? since, CancellationToken cancellationToken) => Task.FromResult(new FeedChanges([], [], string.Empty));

    public Task<bool> FetchAsync(FeedEntry entry, string path, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<IReadOnlySet<RecordRef>> ReadableAsync(Caller caller, IReadOnlyCollection<RecordRef> records, CancellationToken cancellationToken)
    {
        Asked.Add(records);
        return Trouble is null ? Task.FromResult<IReadOnlySet<RecordRef>>(readable.ToHashSet()) : throw Trouble;
    }
}
