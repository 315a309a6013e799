namespace Copilot.Conversation.Prompts;

/// <summary>A run of the evaluation that a prompt passed.</summary>
/// <param name="Suites">The suites that were asked.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Figures">What was measured, by gate.</param>
public sealed record PromptEvalRun(IReadOnlyList<string> Suites, DateTimeOffset At, IReadOnlyDictionary<string, decimal> Figures);
