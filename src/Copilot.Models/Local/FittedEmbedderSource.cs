using System.Security.Cryptography;
using Copilot.Contracts;

namespace Copilot.Models.Local;

/// <summary>The embedded default: no key, no network, a model of the company's own words.</summary>
/// <param name="limits">How much a fit looks at.</param>
internal sealed class FittedEmbedderSource(FitLimits limits) : IEmbedderSource
{
    /// <inheritdoc/>
    public bool IsFitted => true;

    /// <inheritdoc/>
    public Task<ITextEmbedder> OpenAsync(CancellationToken cancellationToken)
        => throw new InvalidOperationException("The embedder is fitted on the documents; fit and load it.");

    /// <inheritdoc/>
    public async Task<byte[]?> FitAsync(IAsyncEnumerable<string> passages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(passages);
        var table = new PassageTable(limits);
        await foreach (var passage in passages.WithCancellation(cancellationToken))
        {
            table.Add(passage);
        }

        // Half a minute of arithmetic for a large library: not on the caller's thread.
        return await Task.Run(() => ModelFitting.Fit(table, limits, cancellationToken)?.Write(), cancellationToken);
    }

    /// <inheritdoc/>
    public ITextEmbedder Load(ReadOnlyMemory<byte> model) => new FittedEmbedder(FittedModel.Read(model), SHA256.HashData(model.Span));
}
