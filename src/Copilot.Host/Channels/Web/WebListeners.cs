using System.Collections.Concurrent;
using Copilot.Contracts;

namespace Copilot.Host.Channels.Web;

/// <summary>Who is connected to this node's web chat right now.</summary>
internal sealed class WebListeners(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Since)> _connections = new(StringComparer.Ordinal);

    /// <summary>Notes a connection.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="caller">Whose it is.</param>
    public void Enter(string connectionId, Caller caller) => _connections[connectionId] = (caller, time.GetUtcNow());

    /// <summary>Forgets a connection.</summary>
    /// <param name="connectionId">The connection.</param>
    public void Leave(string connectionId) => _connections.TryRemove(connectionId, out _);

    /// <summary>Lists the people, each with all connections and the moment the first of them began.</summary>
    /// <returns>The people.</returns>
    public IReadOnlyList<(Caller Caller, IReadOnlyList<string> Connections, DateTimeOffset Since)> People()
        => [.. _connections.GroupBy(c => (c.Value.Caller.Tenant, c.Value.Caller.Id))
            .Select(g => (g.First().Value.Caller, (IReadOnlyList<string>)[.. g.Select(c => c.Key)], g.Min(c => c.Value.Since)))];
}
