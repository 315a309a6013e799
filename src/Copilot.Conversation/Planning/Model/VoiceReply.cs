using System.Text.Json.Nodes;

namespace Copilot.Conversation.Planning.Model;

/// <summary>What a model said.</summary>
/// <param name="Text">Its text, as it came.</param>
/// <param name="Calls">The calls it wants, with values put back; arguments are null when they were no JSON object.</param>
/// <param name="IsCut">Whether it ended because it was too long.</param>
/// <param name="IsBroken">Whether it broke off after text was shown.</param>
/// <param name="Restore">Puts masked values back into its text.</param>
internal sealed record VoiceReply(string Text, IReadOnlyList<(string Id, string Name, JsonObject? Arguments)> Calls, bool IsCut, bool IsBroken, Func<string, string> Restore);
