namespace Copilot.Contracts;

/// <summary>Which processes work on the store, so that a turn that still runs elsewhere is told from one whose process died. Implemented by Host.</summary>
public interface INodeRoster
{
    /// <summary>Makes this process known to the others, once; from then on it counts as running until it ends, however it ends.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Its name, for what it writes: <c>machine/pid/start/…</c>.</returns>
    ValueTask<string> EnterAsync(CancellationToken cancellationToken);

    /// <summary>Picks the processes that run no more. In doubt a process counts as running.</summary>
    /// <param name="names">Names that were written into the store.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Those that are gone.</returns>
    Task<IReadOnlySet<string>> GoneAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken);
}
