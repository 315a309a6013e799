namespace Copilot.Evals.Voices;

/// <summary>A tool call as a model writes it.</summary>
/// <param name="Tool">The name on the wire.</param>
/// <param name="Arguments">The arguments, which may be no JSON at all.</param>
internal sealed record VoiceCall(string Tool, string Arguments);
