namespace Copilot.Evals.Cases;

/// <summary>A later question of the same conversation.</summary>
internal sealed record FollowUp
{
    /// <summary>Gets the question.</summary>
    public required string Question { get; init; }

    /// <summary>Gets what its answer must hold.</summary>
    public required Expectation Expect { get; init; }
}
