namespace Copilot.Contracts;

/// <summary>
/// Documents that live in another system and are followed there: attachments and articles of the business system. Implemented by
/// the room that speaks with that system, used by the library.
/// </summary>
public interface IDocumentFeed
{
    /// <summary>Gets the feed's name in <c>sources.json</c>: <c>odoo</c>.</summary>
    string Name { get; }

    /// <summary>Lists what changed since a mark.</summary>
    /// <param name="since">The mark given by the last call, or null for everything.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What changed and what is gone, with the mark for the next call.</returns>
    Task<FeedChanges> ChangesAsync(string? since, CancellationToken cancellationToken);

    /// <summary>Writes a document's bytes to a file.</summary>
    /// <param name="entry">The document.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>False when it is no longer there.</returns>
    Task<bool> FetchAsync(FeedEntry entry, string path, CancellationToken cancellationToken);

    /// <summary>Says which records a caller may read, by the other system's own rules and as of now.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="records">The records.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Those that may be read. What can't be found out may not be read.</returns>
    Task<IReadOnlySet<RecordRef>> ReadableAsync(Caller caller, IReadOnlyCollection<RecordRef> records, CancellationToken cancellationToken);
}
