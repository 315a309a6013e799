namespace Copilot.Contracts;

/// <summary>What a vector is for.</summary>
public enum EmbeddingPurpose
{
    /// <summary>A passage that is to be found.</summary>
    Passage,

    /// <summary>A question that looks for passages.</summary>
    Question,
}
