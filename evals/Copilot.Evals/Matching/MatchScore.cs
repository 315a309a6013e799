using Copilot.Evals.Reports;

namespace Copilot.Evals.Matching;

/// <summary>How well papers were matched with their orders.</summary>
public sealed record MatchScore
{
    /// <summary>Gets the papers whose orders were found, or rightly not found.</summary>
    public required Share Orders { get; init; }

    /// <summary>Gets the papers above the automatic threshold.</summary>
    public required int Automatic { get; init; }

    /// <summary>Gets those of them that were matched wrongly.</summary>
    public required int Wrong { get; init; }

    /// <summary>Gets the papers of which exactly the true differences were told, with their money.</summary>
    public required Share Differences { get; init; }

    /// <summary>Gets the papers that repeat a bill and were recognised.</summary>
    public required Share Twins { get; init; }

    /// <summary>Gets what was wrong, for people.</summary>
    public required IReadOnlyList<string> Faults { get; init; }
}
