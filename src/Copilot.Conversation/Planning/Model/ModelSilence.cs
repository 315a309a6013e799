namespace Copilot.Conversation.Planning.Model;

/// <summary>No model gives the answer. The message is one line for people, which becomes the turn's <c>degraded</c>.</summary>
internal sealed class ModelSilence(string line) : Exception(line);
