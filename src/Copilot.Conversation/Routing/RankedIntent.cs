namespace Copilot.Conversation.Routing;

/// <summary>What a clause may ask for.</summary>
/// <param name="Label">The tool's name, or a label that begins with an underscore.</param>
/// <param name="Probability">How likely, 0 to 1.</param>
internal sealed record RankedIntent(string Label, double Probability);
