using Microsoft.Extensions.Logging;

namespace Copilot.Governance;

/// <summary>What this room logs, ids 6000 to 6099, never used again. Questions, answers and record values are not among it.</summary>
internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Critical, "The audit trail of tenant {Tenant} was changed from outside, entry {Seq} records it: {What}")]
    public static partial void ChainBroken(ILogger log, string tenant, long seq, string what);

    [LoggerMessage(6001, LogLevel.Warning, "The witness of the audit trail can't be kept in {File} ({Reason}); until it can, this process alone remembers where the chain ended")]
    public static partial void WitnessUseless(ILogger log, string file, string reason);

    [LoggerMessage(6002, LogLevel.Error, "Action {Tool} broke while it ran; what it did is looked up under {Reference}")]
    public static partial void ActionBroke(ILogger log, string tool, string reference, Exception fault);

    [LoggerMessage(6003, LogLevel.Error, "Proposal {Id} could not be looked after")]
    public static partial void ProposalBroke(ILogger log, string id, Exception fault);
}
