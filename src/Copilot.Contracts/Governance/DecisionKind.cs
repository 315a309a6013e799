namespace Copilot.Contracts;

/// <summary>What a person can decide on a proposal.</summary>
public enum DecisionKind
{
    /// <summary>It may run.</summary>
    Approved,

    /// <summary>It shall not; said by the one who asked, this withdraws it.</summary>
    Rejected,
}
