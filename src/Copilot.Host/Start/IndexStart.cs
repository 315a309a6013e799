using Copilot.Knowledge;

namespace Copilot.Host.Start;

/// <summary>Brings the index outside the store in step. Without it questions are answered all the same, so it never keeps the service from being ready.</summary>
internal sealed class IndexStart(SearchIndex index) : IStartStep
{
    /// <summary>The name of this part.</summary>
    public const string Name = "index";

    /// <inheritdoc/>
    public string Part => Name;

    /// <inheritdoc/>
    public async Task<PartState> RunAsync(CancellationToken cancellationToken) => new(true, (await index.TendAsync(cancellationToken)).Text);
}
