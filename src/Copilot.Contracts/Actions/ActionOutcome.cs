namespace Copilot.Contracts;

/// <summary>What became of an action.</summary>
public sealed record ActionOutcome
{
    /// <summary>Gets how it ended.</summary>
    public required ActionOutcomeKind Kind { get; init; }

    /// <summary>Gets what happened in one or two sentences for people: what is done, what is not, and what to do about it.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets the steps, in order.</summary>
    public IReadOnlyList<ActionStep> Steps { get; init; } = [];

    /// <summary>Gets the action that would take it back, prepared on the state right after; null where the ERP does not allow it.</summary>
    public ActionDraft? Undo { get; init; }
}
