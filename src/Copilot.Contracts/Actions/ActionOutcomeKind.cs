namespace Copilot.Contracts;

/// <summary>How an action ended in the ERP.</summary>
public enum ActionOutcomeKind
{
    /// <summary>All of it is done.</summary>
    Done,

    /// <summary>Some steps are done, some are not; <see cref="ActionOutcome.Steps"/> says which.</summary>
    Partly,

    /// <summary>Nothing was written, and trying again would not help: refused, changed since, no longer possible.</summary>
    NotDone,

    /// <summary>Nothing was written, and trying again may help: the ERP is down or busy.</summary>
    NotYet,

    /// <summary>The answer was lost; whether it is done must be looked up before anything else.</summary>
    Unknown,
}
