using Copilot.Contracts;
using Copilot.Conversation.Grounding;

namespace Copilot.Conversation.Streaming;

/// <summary>What units of a turn are held to.</summary>
/// <param name="Check">Holds sentences to evidence.</param>
/// <param name="KeyOf">Gets the evidence behind a mark that the model was given, or null.</param>
/// <param name="Fresh">The keys of what this turn found itself, earlier turns left out.</param>
/// <param name="Findings">The sentences that the tools themselves gave, by <see cref="UnitCheck.Key"/>, with what they stand on and what the call was asked with.</param>
internal sealed record UnitSources(
    CitationCheck Check,
    Func<string, string?> KeyOf,
    IReadOnlyList<string> Fresh,
    IReadOnlyDictionary<string, (IReadOnlyList<string> Evidence, IReadOnlyList<Fact> Asked)> Findings);
