namespace Copilot.Knowledge.Stores;

/// <summary>
/// Where documents and their chunks are kept and found. Rights, companies, validity and collection are filters inside
/// each leg: what a reader may not see never reaches the ranking. A document is written whole or not at all.
/// </summary>
internal interface IKnowledgeStore : IVectorStore
{
    /// <summary>Gets what is known of every source of a collection.</summary>
    Task<IReadOnlyList<DocumentMark>> MarksAsync(string collection, CancellationToken cancellationToken);

    /// <summary>
    /// Begins to write a document in the place of what its source holds; of several writers of one source the last to commit wins whole.
    /// Its language, title and what it is about are indexed with each chunk and must be known here.
    /// </summary>
    Task<IDocumentWriter> BeginAsync(StoredDocument document, CancellationToken cancellationToken);

    /// <summary>Writes a document's label, gate and remarks, leaving its text, chunks and vectors.</summary>
    Task RelabelAsync(StoredDocument document, CancellationToken cancellationToken);

    /// <summary>Removes what a source held.</summary>
    Task RemoveAsync(string collection, string source, CancellationToken cancellationToken);

    /// <summary>Finds passages by their words and codes, best first.</summary>
    Task<IReadOnlyList<Candidate>> SearchAsync(StoreQuery query, CancellationToken cancellationToken);

    /// <summary>Says which documents matched the words but not the filters, and why. For operators: it names what the reader may not see.</summary>
    Task<IReadOnlyList<Excluded>> ExcludedAsync(StoreQuery query, CancellationToken cancellationToken);

    /// <summary>Gets chunks of a readable document by their ordinals, in order: the neighbours of a passage that was cut.</summary>
    Task<IReadOnlyList<Candidate>> ChunksAsync(PassageFilter filter, DocumentKey document, int first, int last, CancellationToken cancellationToken);

    /// <summary>Opens a document, or gives null when it does not exist or the reader may not read it. Validity is told, not filtered.</summary>
    Task<OpenedDocument?> OpenAsync(Reader reader, DocumentKey document, DateOnly day, CancellationToken cancellationToken);

    /// <summary>Gets the parts of a document, which the caller has opened before, that lie between two offsets of its text.</summary>
    Task<IReadOnlyList<StoredPart>> PartsAsync(DocumentKey document, int from, int to, CancellationToken cancellationToken);

    /// <summary>Lists the documents of a collection or of all, by id. For operators: without regard to readers.</summary>
    Task<IReadOnlyList<ListedDocument>> ListAsync(string? collection, CancellationToken cancellationToken);

    /// <summary>Counts the chunks, and those that hold each of the stems.</summary>
    Task<TermCounts> CountsAsync(IReadOnlyCollection<string> stems, CancellationToken cancellationToken);

    /// <summary>Gets the words of the documents, for putting typos right; cached until something is written.</summary>
    Task<IReadOnlyList<KnownWord>> VocabularyAsync(CancellationToken cancellationToken);

    /// <summary>Gets the languages of the documents, most chunks first; cached until something is written.</summary>
    Task<IReadOnlyList<string>> LanguagesAsync(CancellationToken cancellationToken);
}
