namespace Copilot.Contracts;

/// <summary>The append-only, hash-chained log. An answer leaves only after its entry is written.</summary>
public interface IAuditTrail
{
    /// <summary>Writes one entry durably.</summary>
    /// <param name="entry">What happened.</param>
    /// <param name="cancellationToken">Stops the wait; an entry already being written is written whole.</param>
    /// <returns>The entry's place in the chain, starting at 1.</returns>
    Task<long> AppendAsync(AuditEntry entry, CancellationToken cancellationToken);
}
