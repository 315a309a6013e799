namespace Copilot.Knowledge.Stores;

/// <summary>The vectors of one embedding model.</summary>
internal sealed record EmbeddingSpace
{
    /// <summary>Gets its id: that of the model, <see cref="Contracts.ITextEmbedder.ModelId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets how many numbers a vector has.</summary>
    public required int Dimension { get; init; }

    /// <summary>Gets the fitted model, for embedders fitted on the documents; else null.</summary>
    public ReadOnlyMemory<byte>? Model { get; init; }

    /// <summary>Gets how many chunks there were when the model was fitted; 0 for endpoints.</summary>
    public int FittedOn { get; init; }

    /// <summary>Gets a value indicating whether questions are answered from it; at most one space is active, the others are being filled or about to go.</summary>
    public bool Active { get; init; }
}
