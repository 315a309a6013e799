namespace Copilot.Evals.Voices;

/// <summary>A message that a model was sent.</summary>
/// <param name="Role"><c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</param>
/// <param name="Text">Its text.</param>
/// <param name="Calls">How many tool calls it holds.</param>
internal sealed record VoiceMessage(string Role, string Text, int Calls);
