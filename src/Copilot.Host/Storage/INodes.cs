using Copilot.Contracts;

namespace Copilot.Host.Storage;

/// <summary>The roster as the host keeps it: also who left without a word.</summary>
internal interface INodes : INodeRoster
{
    /// <summary>Lists processes that entered, never left, and run no more.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Their names; usually none.</returns>
    Task<IReadOnlyList<string>> DiedAsync(CancellationToken cancellationToken);

    /// <summary>Strikes dead processes off the roster, once what they left open is closed.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    Task ForgetAsync(IReadOnlyList<string> names, CancellationToken cancellationToken);
}
