namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>What a channel has shown in the end.</summary>
/// <param name="Text">The answer, or the reason of a refusal.</param>
/// <param name="Sources">Titles of the sources one can open.</param>
/// <param name="Cards">Everything that stands on cards.</param>
/// <param name="Proposals">What waits for a decision.</param>
public sealed record ShownTurn(string Text, IReadOnlyList<string> Sources, string Cards, IReadOnlyList<string> Proposals);
