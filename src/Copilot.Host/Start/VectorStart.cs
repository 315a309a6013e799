using Copilot.Knowledge;

namespace Copilot.Host.Start;

/// <summary>Brings the vectors in step with the documents where that costs no call to anybody; an endpoint's are left to <see cref="VectorWatch"/>, since words answer meanwhile.</summary>
internal sealed class VectorStart(EmbeddingKeeper keeper) : IStartStep
{
    /// <summary>The name of this part.</summary>
    public const string Name = "vectors";

    /// <inheritdoc/>
    public string Part => Name;

    /// <inheritdoc/>
    public async Task<PartState> RunAsync(CancellationToken cancellationToken)
        => new(true, (keeper.IsLocal ? await keeper.TendAsync(progress: null, cancellationToken) : keeper.State).Text);
}
