using Copilot.Contracts;

namespace Copilot.Governance.Audit;

/// <summary>The writing side of the logbook.</summary>
internal sealed class AuditTrail(AuditStore store, SealKey key) : IAuditTrail
{
    public Task<long> AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
        => store.AppendAsync(entry, InstanceName.Current, key, cancellationToken);
}
