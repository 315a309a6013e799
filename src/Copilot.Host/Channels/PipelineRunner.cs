using Copilot.Contracts;

namespace Copilot.Host.Channels;

/// <summary>Hands turns to the conversation room.</summary>
internal sealed class PipelineRunner : ITurnRunner
{
    /// <inheritdoc/>
    public IAsyncEnumerable<TurnUpdate> RunAsync(TurnRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
}
