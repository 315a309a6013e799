using System.Data.Common;
using Copilot.Contracts;
using Copilot.Knowledge.Stores;
using Microsoft.Extensions.Logging;

namespace Copilot.Knowledge.Retrieval;

/// <summary>
/// Asks the systems that documents came from whether a caller may read the records behind them, as of now. Fails closed: without a feed,
/// without an answer or after trouble nothing may be read.
/// </summary>
internal sealed class GateCheck(IEnumerable<IDocumentFeed> feeds, ILogger<GateCheck> logger)
{
    private readonly IReadOnlyList<IDocumentFeed> _feeds = [.. feeds];

    /// <summary>Gets those of the records that the caller may read.</summary>
    public async Task<IReadOnlySet<RecordRef>> ReadableAsync(Caller caller, IReadOnlyCollection<RecordRef> records, CancellationToken cancellationToken)
    {
        var readable = new HashSet<RecordRef>();
        foreach (var feed in records.Count == 0 ? [] : _feeds)
        {
            try
            {
                var said = await feed.ReadableAsync(caller, records, cancellationToken);
                readable.UnionWith(records.Where(said.Contains));
            }
            catch (Exception trouble) when (trouble is CopilotException or HttpRequestException or IOException or DbException or TimeoutException
                || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                Log.GateUnknown(logger, feed.Name, records.Count, trouble);
            }
        }

        return readable;
    }

    /// <summary>Says whether a caller may read one document, as far as its record goes; the label is another matter.</summary>
    public async Task<bool> AdmitsAsync(Caller caller, RecordRef? gate, CancellationToken cancellationToken)
        => gate is null || (await ReadableAsync(caller, [gate], cancellationToken)).Contains(gate);

    /// <summary>Gets the documents of candidates that may not be read.</summary>
    public async Task<IReadOnlyList<DocumentKey>> LockedAsync(Caller caller, IEnumerable<Candidate> candidates, CancellationToken cancellationToken)
    {
        var gated = candidates.Where(c => c.Gate is not null).DistinctBy(c => c.Document).ToList();
        var readable = await ReadableAsync(caller, gated.Select(c => c.Gate!).ToHashSet(), cancellationToken);
        return [.. gated.Where(c => !readable.Contains(c.Gate!)).Select(c => c.Document)];
    }
}
