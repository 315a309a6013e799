using Copilot.Knowledge.Analysis;

namespace Copilot.Knowledge.Retrieval;

/// <summary>One word of a question.</summary>
/// <param name="Word">The word, its stem by the language of the question.</param>
/// <param name="Stems">Its stems as a word of that language.</param>
/// <param name="Foreign">Its other stems, as a word of the other languages of the documents.</param>
internal sealed record QuestionWord(Word Word, IReadOnlyList<string> Stems, IReadOnlyList<string> Foreign)
{
    /// <summary>Gets the stems of compounds in the documents that it is part of.</summary>
    public IReadOnlyList<string> Compounds { get; init; } = [];
}
