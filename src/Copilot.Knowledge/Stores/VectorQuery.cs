namespace Copilot.Knowledge.Stores;

/// <summary>What the vector leg is to find.</summary>
internal sealed record VectorQuery
{
    /// <summary>Gets the space, by <see cref="EmbeddingSpace.Id"/>.</summary>
    public required string Space { get; init; }

    /// <summary>Gets the question's vector, of length 1.</summary>
    public required ReadOnlyMemory<float> Vector { get; init; }

    /// <summary>Gets what may be found.</summary>
    public required PassageFilter Filter { get; init; }

    /// <summary>Gets how many candidates are wanted at most.</summary>
    public required int Limit { get; init; }
}
