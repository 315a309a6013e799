namespace Copilot.Knowledge.Stores;

/// <summary>Where the vectors of chunks are kept. They are derived: lost vectors are made again.</summary>
internal interface IVectorStore
{
    /// <summary>Gets the spaces.</summary>
    Task<IReadOnlyList<EmbeddingSpace>> SpacesAsync(CancellationToken cancellationToken);

    /// <summary>Makes a space that does not exist yet; not active.</summary>
    /// <exception cref="Contracts.CopilotException">It exists with another dimension.</exception>
    Task OpenSpaceAsync(EmbeddingSpace space, CancellationToken cancellationToken);

    /// <summary>Gets readable chunks that have no vector in a space, by key.</summary>
    Task<IReadOnlyList<ChunkToEmbed>> UnembeddedAsync(string space, int limit, CancellationToken cancellationToken);

    /// <summary>Goes through all readable chunks as stems, by key: what a fitted embedder is fitted on.</summary>
    IAsyncEnumerable<string> StemsAsync(CancellationToken cancellationToken);

    /// <summary>Keeps vectors of length 1; those of chunks that are gone by now are dropped, those there are replaced.</summary>
    Task SaveVectorsAsync(string space, IReadOnlyList<KeyValuePair<long, float[]>> vectors, CancellationToken cancellationToken);

    /// <summary>Answers questions from this space from now on and removes the others, in one step.</summary>
    Task SwitchToAsync(string space, CancellationToken cancellationToken);

    /// <summary>Finds the passages nearest to a vector by cosine, best first; equals by document id, collection and ordinal. An unknown space holds nothing.</summary>
    Task<IReadOnlyList<Candidate>> NearestAsync(VectorQuery query, CancellationToken cancellationToken);
}
