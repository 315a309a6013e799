using Copilot.Contracts;
using Copilot.Conversation;

namespace Copilot.Host.Channels;

/// <summary>Hands turns to the conversation room.</summary>
internal sealed class PipelineRunner(TurnPipeline pipeline) : ITurnRunner
{
    /// <inheritdoc/>
    public IAsyncEnumerable<TurnUpdate> RunAsync(TurnRequest request, CancellationToken cancellationToken) => pipeline.RunAsync(request, cancellationToken);
}
