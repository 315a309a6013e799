namespace Copilot.Evals.Reports;

/// <summary>A prompt that a run was made with.</summary>
/// <param name="Name">The prompt.</param>
/// <param name="Version">Its version.</param>
/// <param name="Hash">SHA-256 of its file.</param>
public sealed record PromptUnderTest(string Name, int Version, string Hash);
