using Copilot.Evals.Reports;

namespace Copilot.Evals.Documents;

/// <summary>How well one group of documents was read.</summary>
public sealed record DocumentScore
{
    /// <summary>Gets the group.</summary>
    public required string Group { get; init; }

    /// <summary>Gets how many documents it has.</summary>
    public required int Documents { get; init; }

    /// <summary>Gets the fields that are right, of those that stand in the documents.</summary>
    public required Share Fields { get; init; }

    /// <summary>Gets the lines of which everything is right, of all lines.</summary>
    public required Share Lines { get; init; }

    /// <summary>Gets the documents whose type is right.</summary>
    public required Share Types { get; init; }

    /// <summary>Gets the broken documents that were refused.</summary>
    public required Share Refused { get; init; }

    /// <summary>Gets by how much said and found certainty differ, weighted by how often each is said; 0 to 1.</summary>
    public required double CalibrationError { get; init; }

    /// <summary>Gets how right values are by how sure they were said to be: the certainty, how many, and the share that is right.</summary>
    public required IReadOnlyList<ReliabilityStep> Reliability { get; init; }

    /// <summary>Gets what was wrong, for people.</summary>
    public required IReadOnlyList<string> Faults { get; init; }
}
