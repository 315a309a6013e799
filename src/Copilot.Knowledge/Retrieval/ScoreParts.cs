namespace Copilot.Knowledge;

/// <summary>
/// How a passage's score came about: <c>Score = (FromWords + FromVector + FromCodes) × Subject</c>, unless a reranker gave it. A leg that did
/// not find the passage has no rank.
/// </summary>
public sealed record ScoreParts
{
    /// <summary>Gets its rank in the full-text index, from 1, or null when the index did not give it.</summary>
    public int? IndexRank { get; init; }

    /// <summary>Gets its BM25 score there; 0 when the index did not give it.</summary>
    public double IndexScore { get; init; }

    /// <summary>Gets its rank by words, from 1, or null when it holds no word of the question.</summary>
    public int? WordsRank { get; init; }

    /// <summary>Gets its BM25 score over title, headings, subject, words and codes, with synonyms counted as their word.</summary>
    public double Words { get; init; }

    /// <summary>Gets what pairs of the question's words that stand near each other add to <see cref="Words"/>.</summary>
    public double Nearness { get; init; }

    /// <summary>Gets its rank in the vector leg, from 1, or null when that leg did not give it.</summary>
    public int? VectorRank { get; init; }

    /// <summary>Gets its cosine with the question, or null when the vector leg did not give it.</summary>
    public double? Cosine { get; init; }

    /// <summary>Gets what the words leg gives to the score.</summary>
    public double FromWords { get; init; }

    /// <summary>Gets what the vector leg gives to the score.</summary>
    public double FromVector { get; init; }

    /// <summary>Gets what codes of the question that it holds give to the score.</summary>
    public double FromCodes { get; init; }

    /// <summary>Gets the factor of its document: above 1 when it is about what the question is about, below 1 when it is about something else.</summary>
    public double Subject { get; init; } = 1;

    /// <summary>Gets the share of the question's weight that the passage holds, 0 to 1.</summary>
    public double Coverage { get; init; }

    /// <summary>Gets the reranker's score, or null when it was not asked.</summary>
    public double? Reranked { get; init; }
}
