namespace Copilot.Contracts;

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>Waits for a decision.</summary>
    Proposed,

    /// <summary>Approved, not yet run.</summary>
    Approved,

    /// <summary>Rejected.</summary>
    Rejected,

    /// <summary>Lapsed.</summary>
    Expired,

    /// <summary>Running.</summary>
    Executing,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Tried and failed.</summary>
    Failed,
}
