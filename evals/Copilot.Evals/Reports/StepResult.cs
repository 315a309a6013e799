namespace Copilot.Evals.Reports;

/// <summary>How one question of a case went.</summary>
public sealed record StepResult
{
    /// <summary>Gets the question as it was asked.</summary>
    public required string Question { get; init; }

    /// <summary>Gets the answer.</summary>
    public required string Answer { get; init; }

    /// <summary>Gets the outcome.</summary>
    public required string Outcome { get; init; }

    /// <summary>Gets the outcomes that would be right, separated by <c>|</c>.</summary>
    public required string Expected { get; init; }

    /// <summary>Gets a value indicating whether the outcome is right.</summary>
    public required bool OutcomeRight { get; init; }

    /// <summary>Gets how many facts were looked for.</summary>
    public required int Facts { get; init; }

    /// <summary>Gets the facts that were missing or wrong.</summary>
    public required IReadOnlyList<string> WrongFacts { get; init; }

    /// <summary>Gets how many citations were looked for.</summary>
    public required int Citations { get; init; }

    /// <summary>Gets the citations that were missing.</summary>
    public required IReadOnlyList<string> MissingCitations { get; init; }

    /// <summary>Gets the tools that were called.</summary>
    public required IReadOnlyList<string> Tools { get; init; }

    /// <summary>Gets the tools that should have been called and were not.</summary>
    public required IReadOnlyList<string> MissingTools { get; init; }

    /// <summary>Gets what the caller saw and may not see.</summary>
    public required IReadOnlyList<string> Leaks { get; init; }

    /// <summary>Gets how long the turn took, in milliseconds.</summary>
    public required long DurationMs { get; init; }

    /// <summary>Gets a value indicating whether nothing is to be said against it.</summary>
    public bool Passed => OutcomeRight && WrongFacts.Count == 0 && MissingCitations.Count == 0 && MissingTools.Count == 0 && Leaks.Count == 0;
}
