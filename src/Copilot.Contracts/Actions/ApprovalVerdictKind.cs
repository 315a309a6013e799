namespace Copilot.Contracts;

/// <summary>How a decision was received.</summary>
public enum ApprovalVerdictKind
{
    /// <summary>It was taken.</summary>
    Taken,

    /// <summary>There is no such proposal for this person.</summary>
    NotFound,

    /// <summary>Somebody else has to decide it.</summary>
    NotYours,

    /// <summary>It is decided already, or no longer as it was shown.</summary>
    TooLate,

    /// <summary>It has lapsed.</summary>
    Expired,

    /// <summary>It can't be done: nothing to take back, or the rules do not allow it.</summary>
    NotPossible,
}
