using Copilot.Knowledge.Retrieval;

namespace Copilot.Knowledge.Answering;

/// <summary>A statement that may answer the question.</summary>
/// <param name="Statement">Its words.</param>
/// <param name="Passage">The passage it stands in.</param>
/// <param name="Specificity">How well its document's subject fits.</param>
/// <param name="Coverage">The share of the question's weight it holds, with its headings and introduction; 0 to 1.</param>
/// <param name="Score">How well it answers, larger is better.</param>
/// <param name="InRange">Whether a figure of the question falls into its range; null when it has none.</param>
internal sealed record FoundStatement(Statement Statement, RankedPassage Passage, Specificity Specificity, double Coverage, double Score, bool? InRange)
{
    /// <summary>Gets how well it answers with what its passage and its document say for it; the best answer is chosen by it.</summary>
    public double Total { get; init; }

    /// <summary>Gets how well it holds the word that says what is wanted; see <see cref="AnswerFocus.In"/>.</summary>
    public double Focus { get; init; }

    /// <summary>Says whether another statement stands in the same passage.</summary>
    public bool IsBeside(FoundStatement other) => IsIn(other.Passage);

    /// <summary>Says whether it stands in a passage.</summary>
    public bool IsIn(RankedPassage passage)
        => Passage.Candidate.DocumentId == passage.Candidate.DocumentId && Passage.Candidate.Ordinal == passage.Candidate.Ordinal
            && Passage.Candidate.Collection == passage.Candidate.Collection;

    /// <summary>Says whether another statement stands under the same heading.</summary>
    public bool IsUnderHeadingOf(FoundStatement other)
        => IsInDocumentOf(other) && Passage.Candidate.HeadingPath.SequenceEqual(other.Passage.Candidate.HeadingPath, StringComparer.Ordinal);

    /// <summary>Says whether another statement stands in the same document.</summary>
    public bool IsInDocumentOf(FoundStatement other)
        => Passage.Candidate.DocumentId == other.Passage.Candidate.DocumentId && Passage.Candidate.Collection == other.Passage.Candidate.Collection;
}
