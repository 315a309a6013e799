namespace Copilot.Contracts;

/// <summary>Turns texts into vectors whose cosine says how alike they are. Implemented by the voices, used by the library.</summary>
public interface ITextEmbedder
{
    /// <summary>Gets the model, with everything that changes its vectors: vectors of different ids are never compared.</summary>
    string ModelId { get; }

    /// <summary>Gets how many numbers a vector has.</summary>
    int Dimension { get; }

    /// <summary>Gets how many texts are best given at once.</summary>
    int BatchSize { get; }

    /// <summary>Embeds texts.</summary>
    /// <param name="texts">The texts; longer ones than the model takes are cut by the embedder.</param>
    /// <param name="purpose">Whether they are passages or questions: some models want to know.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A vector of length 1 for each text, in order; all zeros for a text in which the model knows nothing.</returns>
    /// <exception cref="CopilotException">The endpoint refuses or does not answer; the message says what to do.</exception>
    Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, EmbeddingPurpose purpose, CancellationToken cancellationToken);
}
