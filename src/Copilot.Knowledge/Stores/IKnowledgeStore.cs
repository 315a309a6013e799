namespace Copilot.Knowledge.Stores;

/// <summary>
/// Where documents and their chunks are kept and found. Rights, companies, validity and collection are filters inside
/// each leg: what a reader may not see never reaches the ranking. A document is written whole or not at all; what is not committed is neither found,
/// counted nor listed. What a chunk looks like in the index is decided by <see cref="IndexedDocument"/> alone.
/// </summary>
internal interface IKnowledgeStore : IVectorStore
{
    /// <summary>Gets what is known of every source of a collection.</summary>
    Task<IReadOnlyList<DocumentMark>> MarksAsync(string collection, CancellationToken cancellationToken);

    /// <summary>Gets what a source holds, or null. For ingestion: without regard to readers.</summary>
    Task<StoredDocument?> HeldAsync(string collection, string source, CancellationToken cancellationToken);

    /// <summary>Gets the document that has an id, or null. For ingestion: without regard to readers.</summary>
    Task<StoredDocument?> HeldAsync(DocumentKey document, CancellationToken cancellationToken);

    /// <summary>Lists the sources whose names begin with a prefix: the members of a container.</summary>
    Task<IReadOnlyList<string>> SourcesAsync(string collection, string prefix, CancellationToken cancellationToken);

    /// <summary>Lists the originals that documents of any collection refer to, each once.</summary>
    Task<IReadOnlyList<string>> OriginalsAsync(CancellationToken cancellationToken);

    /// <summary>Gives what a source holds another source and original, leaving all else: a file that moved. Does nothing when the source holds nothing or the new one holds something.</summary>
    Task MoveAsync(string collection, string source, string newSource, string? newOriginal, CancellationToken cancellationToken);

    /// <summary>
    /// Begins to write a document in the place of what its source holds; of several writers of one source the last to commit wins whole.
    /// Its language, title and what it is about are indexed with each chunk and must be known here.
    /// </summary>
    Task<IDocumentWriter> BeginAsync(StoredDocument document, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a document's label, gate, pages and remarks, leaving its text, chunks and vectors. Title and subject must be as they were: they are in the
    /// index. A source that is gone stays gone.
    /// </summary>
    /// <exception cref="Contracts.CopilotException">Its id belongs to another source.</exception>
    Task RelabelAsync(StoredDocument document, CancellationToken cancellationToken);

    /// <summary>Removes what a source held.</summary>
    Task RemoveAsync(string collection, string source, CancellationToken cancellationToken);

    /// <summary>Finds passages by their words and codes, best first; equals by document id, collection and ordinal. Terms the index can't hold match nothing.</summary>
    Task<IReadOnlyList<Candidate>> SearchAsync(StoreQuery query, CancellationToken cancellationToken);

    /// <summary>Says which documents matched the words but not the filters, and why. For operators: it names what the reader may not see.</summary>
    Task<IReadOnlyList<Excluded>> ExcludedAsync(StoreQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Gets chunks of a readable document by their ordinals, in order: the neighbours of a passage that was cut. Without a filter
    /// for operators: without regard to readers and validity.
    /// </summary>
    Task<IReadOnlyList<Candidate>> ChunksAsync(PassageFilter? filter, DocumentKey document, int first, int last, CancellationToken cancellationToken);

    /// <summary>Opens a document, or gives null when it does not exist or the reader may not read it. Validity is told, not filtered.</summary>
    Task<OpenedDocument?> OpenAsync(Reader reader, DocumentKey document, DateOnly day, CancellationToken cancellationToken);

    /// <summary>Gets the parts of a document, which the caller has opened before, that have characters between two offsets of its text; of an empty span, the part around it.</summary>
    Task<IReadOnlyList<StoredPart>> PartsAsync(DocumentKey document, int from, int to, CancellationToken cancellationToken);

    /// <summary>Lists the documents of a collection or of all, by collection and id. For operators: without regard to readers.</summary>
    Task<IReadOnlyList<ListedDocument>> ListAsync(string? collection, CancellationToken cancellationToken);

    /// <summary>Counts the chunks and their words, and the chunks that hold each of the stems in any field, codes included.</summary>
    Task<TermCounts> CountsAsync(IReadOnlyCollection<string> stems, CancellationToken cancellationToken);

    /// <summary>Gets the words of the documents that any chunk holds, for putting typos right; cached until something is written.</summary>
    Task<IReadOnlyList<KnownWord>> VocabularyAsync(CancellationToken cancellationToken);

    /// <summary>Gets the languages of the documents, most chunks first, then by code; cached until something is written.</summary>
    Task<IReadOnlyList<string>> LanguagesAsync(CancellationToken cancellationToken);
}
