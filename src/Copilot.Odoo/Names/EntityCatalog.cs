using System.Collections.Concurrent;
using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Names;

/// <summary>The ERP's own names with the caller's rights, kept for five minutes per tenant and login.</summary>
internal sealed class EntityCatalog(IOdooClient client, IErpCredentials credentials, TimeProvider time) : IEntityCatalog
{
    private const int MostKept = 200;

    private static readonly TimeSpan Age = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Tenant, string Login), Entry> kept = new();

    public async Task<EntityNames> GetAsync(Caller caller, CancellationToken cancellationToken)
    {
        var account = await credentials.ForAsync(caller, cancellationToken);
        var key = (caller.Tenant, account.Login);
        var now = time.GetUtcNow();
        if (kept.TryGetValue(key, out var entry) && now - entry.At < Age)
        {
            return entry.Names;
        }

        var read = await new EntityReading(client, caller).ReadAsync(cancellationToken);
        var names = entry is not null && EntityReading.Same(entry.Names, read) ? entry.Names : read;
        kept[key] = new Entry(names, now);
        if (kept.Count > MostKept)
        {
            foreach (var old in kept.Where(k => now - k.Value.At >= Age).Select(k => k.Key).ToList())
            {
                kept.TryRemove(old, out _);
            }
        }

        return names;
    }

    private sealed record Entry(EntityNames Names, DateTimeOffset At);
}
