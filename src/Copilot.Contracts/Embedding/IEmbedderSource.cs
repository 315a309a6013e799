namespace Copilot.Contracts;

/// <summary>Where the library's embedder comes from: an endpoint that is configured, or a model fitted on the company's own documents.</summary>
public interface IEmbedderSource
{
    /// <summary>Gets a value indicating whether the embedder is fitted on the documents, and fitted again when they have changed a lot.</summary>
    bool IsFitted { get; }

    /// <summary>Opens the embedder at an endpoint, asking it once for its dimension.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The embedder.</returns>
    /// <exception cref="InvalidOperationException"><see cref="IsFitted"/> is true.</exception>
    /// <exception cref="CopilotException">The endpoint does not answer or answers something else.</exception>
    Task<ITextEmbedder> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Fits an embedder on passages. The same passages in the same order give the same model on every machine.</summary>
    /// <param name="passages">The passages: their words as stems with spaces between, context first.</param>
    /// <param name="cancellationToken">Stops the fitting.</param>
    /// <returns>The model as bytes, for <see cref="Load"/>; null when there is too little text to fit on.</returns>
    Task<byte[]?> FitAsync(IAsyncEnumerable<string> passages, CancellationToken cancellationToken);

    /// <summary>Opens a fitted embedder.</summary>
    /// <param name="model">The bytes of <see cref="FitAsync"/>.</param>
    /// <returns>The embedder; its texts are stems with spaces between, as those it was fitted on.</returns>
    /// <exception cref="CopilotException">The bytes are not a model of this version.</exception>
    ITextEmbedder Load(ReadOnlyMemory<byte> model);
}
