namespace Copilot.Models;

/// <summary>What a model is used for.</summary>
public enum ModelRole
{
    /// <summary>Plans which tools answer a question.</summary>
    Planner,

    /// <summary>Writes answers.</summary>
    Writer,

    /// <summary>Does small tasks for which a large model is too slow.</summary>
    Small,

    /// <summary>Turns texts into vectors.</summary>
    Embedder,

    /// <summary>Orders passages by how well they answer a question.</summary>
    Reranker,
}
