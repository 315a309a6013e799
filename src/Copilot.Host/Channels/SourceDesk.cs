using Copilot.Contracts;
using Copilot.Host.Storage;

namespace Copilot.Host.Channels;

/// <summary>Finds what stands behind a mark of a caller's own turn, and who can open it.</summary>
internal sealed class SourceDesk(TurnStore turns, IEnumerable<ISourceOpener> openers)
{
    /// <summary>Finds the evidence of a mark.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="turnId">The turn.</param>
    /// <param name="sourceId">The mark, such as <c>S1</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What was cited, or null when there is no such turn of the caller's or no such mark.</returns>
    public async Task<CitedSource?> FindAsync(Caller caller, string turnId, string sourceId, CancellationToken cancellationToken)
        => await turns.FindAsync(caller, turnId, cancellationToken) is { } stored
            && stored.Evidence.TryGetValue(sourceId, out var evidence)
            && openers.FirstOrDefault(candidate => candidate.Opens(evidence)) is { } opener
                ? new CitedSource(evidence, opener, stored.Turn.ConversationId)
                : null;

    /// <summary>Says which of the two is missing.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="turnId">The turn.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The error.</returns>
    public async Task<IResult> MissingAsync(Caller caller, string turnId, HttpContext context, CancellationToken cancellationToken)
        => (await turns.FindAsync(caller, turnId, cancellationToken) is null ? Problems.NoTurn : Problems.NoSource).ToResult(context);
}
