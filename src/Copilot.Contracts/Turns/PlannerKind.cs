namespace Copilot.Contracts;

/// <summary>Which planner answered.</summary>
public enum PlannerKind
{
    /// <summary>A language model.</summary>
    Model,

    /// <summary>The deterministic rules.</summary>
    Rules,
}
