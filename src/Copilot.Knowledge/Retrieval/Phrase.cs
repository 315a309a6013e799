using Copilot.Knowledge.Analysis;

namespace Copilot.Knowledge.Retrieval;

/// <summary>Words of a question that mean something together: "send … back".</summary>
/// <param name="First">Its first word, in whose place it counts.</param>
/// <param name="Rest">Its other words, which do not count by themselves.</param>
/// <param name="Meant">The stems it stands for.</param>
internal sealed record Phrase(Word First, IReadOnlyList<Word> Rest, IReadOnlyList<string> Meant);
