namespace Copilot.Evals.Cases;

/// <summary>One golden question with what a good answer holds, as a file under <c>evals/golden</c> says it.</summary>
internal sealed record GoldenCase
{
    /// <summary>Gets its id, unique over all files.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the persona that asks.</summary>
    public required string As { get; init; }

    /// <summary>Gets names for values that are picked from the company when the case runs: <c>order: pick.order(sales-rep, held)</c>.</summary>
    public Dictionary<string, string> Let { get; init; } = [];

    /// <summary>Gets files that are attached to the question: a name, and a call of a fact provider that writes the file.</summary>
    public Dictionary<string, string> Attach { get; init; } = [];

    /// <summary>Gets the question; <c>{name}</c> stands for a value of <see cref="Let"/>.</summary>
    public required string Question { get; init; }

    /// <summary>Gets what the answer must hold.</summary>
    public required Expectation Expect { get; init; }

    /// <summary>Gets questions asked after it in the same conversation.</summary>
    public List<FollowUp> FollowUps { get; init; } = [];

    /// <summary>Gets the rows of the report it counts in.</summary>
    public required List<string> Tags { get; init; }
}
