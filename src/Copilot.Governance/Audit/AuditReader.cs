using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Governance.Audit;

/// <summary>The reading side of the logbook: check, show, export, and mark turns whose process died.</summary>
public sealed class AuditReader
{
    private const int PageSize = 500;

    private readonly AuditStore store;
    private readonly SealKey key;
    private readonly INodeRoster nodes;
    private readonly TimeProvider time;

    internal AuditReader(AuditStore store, SealKey key, INodeRoster nodes, TimeProvider time)
    {
        this.store = store;
        this.key = key;
        this.nodes = nodes;
        this.time = time;
    }

    /// <summary>Reads every chain from its first entry and checks order, links, hashes, the sealed head, and what this node has seen of it before.</summary>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>How many entries there are and what is wrong, if anything.</returns>
    public async Task<AuditVerification> VerifyAsync(CancellationToken cancellationToken)
    {
        long entries = 0;
        var faults = new List<AuditFault>();
        var tenants = await store.TenantsAsync(cancellationToken);
        foreach (var tenant in tenants)
        {
            var check = new ChainCheck(tenant, store.Seen(tenant));

            // The head is read first: entries written while the check runs come after it and are left to the next check.
            var head = await store.HeadAsync(tenant, cancellationToken);
            var end = head.Seq == 0 ? long.MaxValue : head.Seq;
            while (check.Last.Seq < end && await store.PageAsync(tenant, check.Last.Seq, PageSize, cancellationToken) is { Count: > 0 } page)
            {
                foreach (var row in page.TakeWhile(r => r.Seq <= end))
                {
                    check.Add(row);
                }

                if (page[^1].Seq > end)
                {
                    break;
                }
            }

            check.End(head, key.Confirms(tenant, head));
            entries += check.Entries;
            faults.AddRange(check.Faults);
        }

        foreach (var (name, entry) in store.Vanished(tenants))
        {
            faults.Add(new AuditFault("sha256:" + name, 1, string.Create(CultureInfo.InvariantCulture, $"The whole chain is missing: this node has seen it up to entry {entry.Seq}.")));
        }

        return faults.Count == 0 ? new AuditVerification(entries, null) : new AuditVerification(entries, faults[0]) { Faults = faults };
    }

    /// <summary>Lists where each chain ends, as it is sealed.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One end a tenant.</returns>
    public async Task<IReadOnlyList<AuditChainEnd>> EndsAsync(CancellationToken cancellationToken)
    {
        var ends = new List<AuditChainEnd>();
        foreach (var tenant in await store.TenantsAsync(cancellationToken))
        {
            var head = await store.HeadAsync(tenant, cancellationToken);
            ends.Add(new AuditChainEnd(tenant, head.Seq, head.Hash));
        }

        return ends;
    }

    /// <summary>Gets the entries of one turn in order; empty when there is no such turn.</summary>
    /// <param name="turnId">The turn.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The entries.</returns>
    public async Task<IReadOnlyList<AuditRecord>> ReadTurnAsync(string turnId, CancellationToken cancellationToken)
        => [.. (await store.TurnAsync(turnId, cancellationToken)).Select(r => r.ToRecord())];

    /// <summary>Streams all entries of a period, tenant by tenant in chain order.</summary>
    /// <param name="since">The first moment, or null.</param>
    /// <param name="until">The first moment after the period, or null.</param>
    /// <param name="cancellationToken">Stops the export.</param>
    /// <returns>The entries.</returns>
    public async IAsyncEnumerable<AuditRecord> ExportAsync(DateTimeOffset? since, DateTimeOffset? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var tenant in await store.TenantsAsync(cancellationToken))
        {
            long after = 0;
            while (await store.PageAsync(tenant, after, PageSize, cancellationToken) is { Count: > 0 } page)
            {
                after = page[^1].Seq;
                foreach (var entry in page.Select(r => r.ToRecord()).Where(e => (since is null || e.At >= since) && (until is null || e.At < until)))
                {
                    yield return entry;
                }
            }
        }
    }

    /// <summary>Marks turns that began and never ended because their process died. Turns of processes that may still run are left alone.</summary>
    /// <param name="cancellationToken">Stops the call; what is marked stays marked.</param>
    /// <returns>The ids of the turns marked.</returns>
    public async Task<IReadOnlyList<string>> MarkInterruptedAsync(CancellationToken cancellationToken)
    {
        var marked = new List<string>();
        var unfinished = await store.UnfinishedTurnsAsync(cancellationToken);
        var gone = await nodes.GoneAsync([.. unfinished.Select(r => r.Instance).Distinct()], cancellationToken);
        foreach (var row in unfinished.Where(r => gone.Contains(r.Instance)))
        {
            // Several nodes may look at the same time: the turn gets one mark, by whoever is first.
            var added = await store.AppendInterruptedAsync(
                new AuditEntry
                {
                    Tenant = row.Tenant,
                    Kind = AuditEntryKind.TurnInterrupted,
                    TurnId = row.TurnId,
                    ConversationId = row.ConversationId,
                    CallerId = row.CallerId,
                    At = time.GetUtcNow(),
                    Content = new JsonObject { ["reason"] = "The process that ran this turn ended before the turn did.", ["startedAt"] = row.At, ["process"] = row.Instance },
                },
                await nodes.EnterAsync(cancellationToken),
                key,
                cancellationToken);
            if (added)
            {
                marked.Add(row.TurnId!);
            }
        }

        return marked;
    }
}
