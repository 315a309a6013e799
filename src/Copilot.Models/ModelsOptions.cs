namespace Copilot.Models;

/// <summary>The models this installation may use.</summary>
public sealed class ModelsOptions
{
    /// <summary>Gets or sets the models; none means that the library fits an embedder of its own.</summary>
    public IReadOnlyList<ModelOptions> Models { get; set; } = [];
}
