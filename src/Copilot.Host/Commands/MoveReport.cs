using Copilot.Contracts;
using Copilot.Governance.Audit;

namespace Copilot.Host.Commands;

/// <summary>What a move did.</summary>
internal sealed record MoveReport
{
    /// <summary>Gets the folder it moved from.</summary>
    public required string From { get; init; }

    /// <summary>Gets the database it moved to.</summary>
    public required string To { get; init; }

    /// <summary>Gets a value indicating whether all was moved by an earlier run, and this one had nothing to do.</summary>
    public required bool WasMovedBefore { get; init; }

    /// <summary>Gets a value indicating whether it went on after an interruption.</summary>
    public required bool Resumed { get; init; }

    /// <summary>Gets what moved.</summary>
    public IReadOnlyList<MovedRows> Tables { get; init; } = [];

    /// <summary>Gets how many audit entries were read and found whole in the target.</summary>
    public long AuditEntries { get; init; }

    /// <summary>Gets where the chains end, the same on both sides.</summary>
    public IReadOnlyList<AuditChainEnd> AuditEnds { get; init; } = [];

    /// <summary>Gets the setting that makes the service work there, without the password.</summary>
    public required string Setting { get; init; }

    /// <summary>Gets the key file every node needs.</summary>
    public required string SealKeyFile { get; init; }
}
