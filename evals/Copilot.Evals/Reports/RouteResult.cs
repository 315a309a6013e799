namespace Copilot.Evals.Reports;

/// <summary>Where a question was sent.</summary>
/// <param name="Question">The question.</param>
/// <param name="Expected">The tools that belong to it.</param>
/// <param name="Chosen">The tools that were chosen.</param>
/// <param name="Right">Whether they are the same.</param>
public sealed record RouteResult(string Question, IReadOnlyList<string> Expected, IReadOnlyList<string> Chosen, bool Right);
