using System.Collections.Concurrent;
using Copilot.Contracts;
using Copilot.Host.Channels;

namespace Copilot.Host.Console;

/// <summary>
/// Writes into the audit trail who looks at the queue. A page looks every second while work goes on, so one entry stands for the ten minutes that follow it, and says so;
/// it is in the trail before the first of these answers leaves.
/// </summary>
internal sealed class QueueLooks(AuditNotes audit, TimeProvider time)
{
    private static readonly TimeSpan Covers = TimeSpan.FromMinutes(10);

    // Operators are few: an entry for each of them.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    /// <summary>Notes a look, unless an entry covers it.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task.</returns>
    public async Task NoteAsync(Caller caller, CancellationToken cancellationToken)
    {
        var (who, now) = ($"{caller.Tenant}/{caller.Id}", time.GetUtcNow());
        if (_until.TryGetValue(who, out var until) && now < until && until <= now + Covers)
        {
            return;
        }

        await audit.WriteAsync(
            caller, AuditEntryKind.KnowledgeViewed, new() { ["view"] = "queue", ["until"] = (now + Covers).ToString("O") }, null, null, cancellationToken);
        _until[who] = now + Covers;
    }
}
