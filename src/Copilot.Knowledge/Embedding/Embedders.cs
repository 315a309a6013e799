using Copilot.Contracts;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Embedding;

/// <summary>The embedders that are open: the endpoint's, or those fitted on the documents.</summary>
internal sealed class Embedders(IEmbedderSource? source)
{
    private volatile ITextEmbedder? _last;

    /// <summary>Gets a value indicating whether there are any.</summary>
    public bool Any => source is not null;

    /// <summary>Gets a value indicating whether they are fitted on the documents.</summary>
    public bool IsFitted => source?.IsFitted ?? false;

    /// <summary>Opens the embedder of a space; null when it needs another one than is configured.</summary>
    /// <exception cref="CopilotException">It can't be opened.</exception>
    public async Task<ITextEmbedder?> OfAsync(EmbeddingSpace space, CancellationToken cancellationToken)
    {
        if (_last is { } last && last.ModelId == space.Id)
        {
            return last;
        }

        if (source is null || source.IsFitted != (space.Model is not null))
        {
            return null;
        }

        var opened = space.Model is { } model ? source.Load(model) : await AtEndpointAsync(cancellationToken);
        return opened.ModelId == space.Id && opened.Dimension == space.Dimension ? _last = opened : null;
    }

    /// <summary>Opens the endpoint's embedder; asked once, then kept.</summary>
    /// <exception cref="CopilotException">The endpoint does not answer.</exception>
    public async Task<ITextEmbedder> AtEndpointAsync(CancellationToken cancellationToken)
        => _last ??= await source!.OpenAsync(cancellationToken);

    /// <summary>Fits a new embedder; null when there is too little text.</summary>
    public async Task<(ITextEmbedder Embedder, byte[] Model)?> FitAsync(IAsyncEnumerable<string> passages, CancellationToken cancellationToken)
        => await source!.FitAsync(passages, cancellationToken) is { } model ? (source.Load(model), model) : null;
}
