using Copilot.Contracts;

namespace Copilot.Host.Channels;

/// <summary>Runs one turn. The conversation room in service; a script in tests of the channels.</summary>
internal interface ITurnRunner
{
    /// <summary>Runs the turn.</summary>
    /// <param name="request">The question.</param>
    /// <param name="cancellationToken">Stops the turn: the client left.</param>
    /// <returns>What happens, as it happens.</returns>
    IAsyncEnumerable<TurnUpdate> RunAsync(TurnRequest request, CancellationToken cancellationToken);
}
