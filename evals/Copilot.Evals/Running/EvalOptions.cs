namespace Copilot.Evals.Running;

/// <summary>What is examined, and against which company.</summary>
public sealed record EvalOptions
{
    /// <summary>Gets the folder <c>evals</c> with <c>golden</c>, <c>routing</c> and <c>rights.yaml</c>.</summary>
    public required string EvalsFolder { get; init; }

    /// <summary>Gets the folder of the company's documents, for their readers and titles.</summary>
    public required string KnowledgeFolder { get; init; }

    /// <summary>Gets the address of the practice company, from which the true values are computed.</summary>
    public required Uri Sandbox { get; init; }

    /// <summary>Gets the suites to run: <c>golden</c>, a file's name, a tag or a case; none means all cases.</summary>
    public IReadOnlyList<string> Suites { get; init; } = [];

    /// <summary>Gets the golden files, by name without extension, that are left out whatever the suites say.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Gets the clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
