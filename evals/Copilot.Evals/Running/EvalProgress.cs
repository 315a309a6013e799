namespace Copilot.Evals.Running;

/// <summary>How far a run is.</summary>
/// <param name="Done">Cases that are finished.</param>
/// <param name="Total">Cases in all.</param>
/// <param name="Case">The case at work.</param>
public sealed record EvalProgress(int Done, int Total, string Case);
