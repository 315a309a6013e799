namespace Copilot.Evals.Reports;

/// <summary>How one golden case went.</summary>
/// <param name="Id">The case.</param>
/// <param name="As">The persona that asked.</param>
/// <param name="Tags">The rows of the report it counts in.</param>
/// <param name="Steps">Its questions in order; a case that could not be asked to the end has fewer.</param>
/// <param name="Trouble">Why it could not be asked, or null; counts as a wrong fact.</param>
public sealed record CaseResult(string Id, string As, IReadOnlyList<string> Tags, IReadOnlyList<StepResult> Steps, string? Trouble)
{
    /// <summary>Gets a value indicating whether all of it is right.</summary>
    public bool Passed => Trouble is null && Steps.All(s => s.Passed);
}
