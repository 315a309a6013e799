using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Stores;

/// <summary>
/// Where documents and their chunks are kept and found. Rights, companies, validity and collection are filters inside
/// <see cref="SearchAsync"/>: what a reader may not see never reaches the ranking. A document is written whole or not at all.
/// </summary>
internal interface IKnowledgeStore
{
    /// <summary>Gets what is known of every source of a collection.</summary>
    Task<IReadOnlyList<DocumentMark>> MarksAsync(string collection, CancellationToken cancellationToken);

    /// <summary>Writes a document with its chunks in the place of what its source held before.</summary>
    Task SaveAsync(StoredDocument document, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken);

    /// <summary>Writes a document's label, leaving its chunks.</summary>
    Task RelabelAsync(StoredDocument document, CancellationToken cancellationToken);

    /// <summary>Removes what a source held.</summary>
    Task RemoveAsync(string collection, string source, CancellationToken cancellationToken);

    /// <summary>Finds passages, best first.</summary>
    Task<IReadOnlyList<Candidate>> SearchAsync(StoreQuery query, CancellationToken cancellationToken);

    /// <summary>Says which documents matched the words but not the filters, and why. For operators: it names what the reader may not see.</summary>
    Task<IReadOnlyList<Excluded>> ExcludedAsync(StoreQuery query, CancellationToken cancellationToken);

    /// <summary>Opens a document, or gives null when it does not exist or the reader may not read it.</summary>
    Task<OpenedDocument?> OpenAsync(Reader reader, string collection, string id, DateOnly day, CancellationToken cancellationToken);

    /// <summary>Counts the chunks, and those that hold each of the stems.</summary>
    Task<TermCounts> CountsAsync(IReadOnlyCollection<string> stems, CancellationToken cancellationToken);

    /// <summary>Gets the words of the documents, for putting typos right; cached until something is written.</summary>
    Task<IReadOnlyList<KnownWord>> VocabularyAsync(CancellationToken cancellationToken);
}
