namespace Copilot.Contracts;

/// <summary>How sure it is which order a document belongs to.</summary>
public enum MatchState
{
    /// <summary>It is no document that is compared with purchase orders.</summary>
    NotCompared,

    /// <summary>No order fits.</summary>
    None,

    /// <summary>Some fit, none is sure enough: a person chooses.</summary>
    Unclear,

    /// <summary>One fits well; a person should look.</summary>
    Likely,

    /// <summary>Sure enough to go on without a person: above the automatic threshold.</summary>
    Sure,
}
