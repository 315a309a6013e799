using Copilot.Knowledge.Analysis;

namespace Copilot.Knowledge.Retrieval;

/// <summary>One word of a question.</summary>
/// <param name="Word">The word, its stem by the language of the question.</param>
/// <param name="Stems">Its stems by the languages of all documents, that of the question first.</param>
internal sealed record QuestionWord(Word Word, IReadOnlyList<string> Stems)
{
    /// <summary>Gets the stems of compounds in the documents that it is part of.</summary>
    public IReadOnlyList<string> Compounds { get; init; } = [];
}
