namespace Copilot.Conversation.Prompts;

/// <summary>A version of a prompt that passed the evaluation, as <c>versions.lock</c> keeps it.</summary>
/// <param name="Name">The prompt.</param>
/// <param name="Version">The version.</param>
/// <param name="Hash">SHA-256 of the normalised file.</param>
/// <param name="Run">The run it passed.</param>
/// <param name="Text">The normalised file, brotli, Base64: what <c>prompts diff</c> compares with.</param>
public sealed record PromptRecord(string Name, int Version, string Hash, PromptEvalRun Run, string Text);
