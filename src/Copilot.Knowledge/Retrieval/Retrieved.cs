using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>What was found for a question.</summary>
/// <param name="Ranked">The passages, best first.</param>
/// <param name="Question">The question as it was read.</param>
/// <param name="Asked">What the words leg was asked, with documents left out whose record may not be read.</param>
/// <param name="Subject">What the question is about.</param>
/// <param name="VectorNote">Why the vector leg was not asked, or null when it was.</param>
internal sealed record Retrieved(IReadOnlyList<RankedPassage> Ranked, Question Question, StoreQuery Asked, Subject Subject, string? VectorNote)
{
    /// <summary>Gets the documents that the caller may not read although their labels admit the caller: their record does not.</summary>
    public IReadOnlyList<DocumentKey> Locked => Asked.Filter.Except;
}
