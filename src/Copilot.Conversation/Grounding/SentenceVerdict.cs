namespace Copilot.Conversation.Grounding;

/// <summary>What the citation check says of a sentence.</summary>
/// <param name="Supported">Whether everything in it stands on evidence of the turn.</param>
/// <param name="Missing">The figures that no cited evidence holds.</param>
/// <param name="Marks">The evidence to cite, the most telling first.</param>
internal sealed record SentenceVerdict(bool Supported, IReadOnlyList<string> Missing, IReadOnlyList<string> Marks);
