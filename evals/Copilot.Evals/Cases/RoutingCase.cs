namespace Copilot.Evals.Cases;

/// <summary>A freely phrased question and the tools that belong to it.</summary>
internal sealed record RoutingCase
{
    /// <summary>Gets the question.</summary>
    public required string Q { get; init; }

    /// <summary>Gets the persona that asks.</summary>
    public string As { get; init; } = "operations-manager";

    /// <summary>Gets the tools, in any order; empty when none must be called. Variants of one tool are separated by <c>|</c>.</summary>
    public required List<string> Tools { get; init; }
}
