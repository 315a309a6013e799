using Copilot.Governance.Audit;

namespace Copilot.Host.Channels.Rest;

/// <summary>The record of a turn.</summary>
/// <param name="TurnId">The turn.</param>
/// <param name="Entries">Its entries, in the order of the chain.</param>
internal sealed record AuditView(string TurnId, IReadOnlyList<AuditRecord> Entries);
