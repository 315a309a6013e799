using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Host.Channels;

/// <summary>What channels themselves put into the audit trail: signing in, opening, rating, deleting. Turns write their own.</summary>
internal sealed class AuditNotes(IAuditTrail trail, TimeProvider time)
{
    /// <summary>Writes one entry, durably, before the answer leaves.</summary>
    /// <param name="caller">Who did it.</param>
    /// <param name="kind">What was done.</param>
    /// <param name="content">The details.</param>
    /// <param name="turnId">The turn, or null.</param>
    /// <param name="conversationId">The conversation, or null.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task.</returns>
    public Task WriteAsync(
        Caller caller, AuditEntryKind kind, JsonObject content, string? turnId, string? conversationId, CancellationToken cancellationToken)
        => trail.AppendAsync(
            new AuditEntry
            {
                Tenant = caller.Tenant,
                Kind = kind,
                TurnId = turnId,
                ConversationId = conversationId,
                CallerId = caller.Id,
                At = time.GetUtcNow(),
                Content = content,
            },
            cancellationToken);
}
