using Copilot.Contracts;

namespace Copilot.Governance.Audit;

/// <summary>The key that seals the audit chain, as far as others need it: whether this node has the right one, and keys that follow from it.</summary>
public sealed class AuditSeal
{
    private readonly AuditStore store;
    private readonly SealKey key;
    private readonly GovernanceOptions options;

    internal AuditSeal(AuditStore store, SealKey key, GovernanceOptions options)
    {
        this.store = store;
        this.key = key;
        this.options = options;
    }

    /// <summary>Makes sure that this node seals with the key of the other nodes on the same store. The first node decides which one it is.</summary>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>A task.</returns>
    /// <exception cref="CopilotException">The chain is sealed with another key; the message says where to get the right one.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var mine = Convert.ToHexStringLower(key.Derive("fingerprint of the audit key"));
        var known = await store.FingerprintAsync(cancellationToken);
        if (known is null)
        {
            foreach (var tenant in await store.TenantsAsync(cancellationToken))
            {
                if (await store.HeadAsync(tenant, cancellationToken) is { Seq: > 0 } head && !key.Confirms(tenant, head))
                {
                    throw WrongKey();
                }
            }

            known = await store.KeepFingerprintAsync(mine, cancellationToken);
        }

        if (known != mine)
        {
            throw WrongKey();
        }
    }

    /// <summary>Gets a key for another purpose, the same on all nodes that have the same audit key; it does not give that one away.</summary>
    /// <param name="purpose">What it is for.</param>
    /// <returns>32 bytes.</returns>
    public byte[] Derive(string purpose) => key.Derive(purpose);

    private CopilotException WrongKey() => new(
        $"The audit chain in this store is sealed with another key than {options.SealKeyFile}. Copy the key file of the first node there (every node needs the same one), "
        + "or name it with Copilot__Governance__SealKeyFile. See docs/growing.md when the key is lost.");
}
