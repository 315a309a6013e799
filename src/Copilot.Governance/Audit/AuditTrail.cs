using Copilot.Contracts;

namespace Copilot.Governance.Audit;

/// <summary>The writing side of the logbook.</summary>
internal sealed class AuditTrail(AuditStore store, SealKey key, INodeRoster nodes) : IAuditTrail
{
    public async Task<long> AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
        => await store.AppendAsync(entry, await nodes.EnterAsync(cancellationToken), key, cancellationToken);
}
