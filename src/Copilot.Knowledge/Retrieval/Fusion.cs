using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>
/// Puts the two legs together. Each leg's scores are first made comparable: words as a share of the best passage's score, cosines as what
/// they have above the last of the list. The vector leg weighs the more, the better it agrees with the words about what the words found: where
/// the two disagree, it is the vectors that are mostly wrong. Ranks alone (reciprocal rank fusion) were measured to lose what the distances
/// between scores tell.
/// </summary>
internal static class Fusion
{
    private const double MostVector = 0.5;
    private const int Compared = 5;

    /// <summary>Ranks candidates, best first; what neither leg says anything for is left out.</summary>
    /// <param name="words">The candidates of the words leg, best first by the index.</param>
    /// <param name="nearest">The candidates of the vector leg, best first.</param>
    /// <param name="full">Whether the vector leg gave as many as it was asked for, so that there are further ones below.</param>
    /// <param name="question">The question.</param>
    /// <param name="subject">What it is about.</param>
    public static IReadOnlyList<RankedPassage> Rank(IReadOnlyList<Candidate> words, IReadOnlyList<Candidate> nearest, bool full, Question question, Subject subject)
    {
        var vectors = new VectorList(nearest, full);
        var index = Ranks(words);
        var all = words.Concat(nearest.Where(c => !index.ContainsKey(Key(c)))).ToList();
        var scored = PassageRanker.Score(all, question).OrderByDescending(s => s.Total).ThenBy(s => s.Candidate.DocumentId, StringComparer.Ordinal).ThenBy(s => s.Candidate.Ordinal).ToList();
        var best = scored.Count == 0 ? 0 : scored[0].Total;
        var share = best <= 0 ? 1 : MostVector * vectors.Agreement(scored.Take(Compared).Where(s => s.Total > 0).Select(s => Key(s.Candidate)));
        return
        [
            .. scored.Select((s, i) => Fuse(s, i + 1, index.GetValueOrDefault(Key(s.Candidate)), best, share, vectors, subject))
                .Where(r => r.Score > 0).OrderByDescending(r => r.Score).ThenBy(r => r.Candidate.DocumentId, StringComparer.Ordinal).ThenBy(r => r.Candidate.Ordinal),
        ];
    }

    private static RankedPassage Fuse(WordScore scored, int rank, int indexRank, double best, double share, VectorList vectors, Subject subject)
    {
        var candidate = scored.Candidate;
        var found = vectors.Of(Key(candidate));
        var parts = new ScoreParts
        {
            IndexRank = indexRank > 0 ? indexRank : null,
            IndexScore = candidate.Bm25,
            WordsRank = scored.Total > 0 ? rank : null,
            Words = scored.Words,
            Nearness = scored.Nearness,
            VectorRank = found?.Rank,
            Cosine = found?.Cosine,
            FromWords = best <= 0 ? 0 : (1 - share) * scored.Total / best,
            FromVector = share * (found?.Score ?? 0),
            FromCodes = scored.Codes,
            Subject = scored.IsNamed ? Math.Max(1, subject.Factor(candidate)) : subject.Factor(candidate),
            Coverage = scored.Coverage,
        };
        return new RankedPassage(candidate, (parts.FromWords + parts.FromVector + parts.FromCodes) * parts.Subject, parts);
    }

    private static Dictionary<(DocumentKey, int), int> Ranks(IReadOnlyList<Candidate> candidates)
    {
        var ranks = new Dictionary<(DocumentKey, int), int>();
        foreach (var candidate in candidates)
        {
            ranks.TryAdd(Key(candidate), ranks.Count + 1);
        }

        return ranks;
    }

    private static (DocumentKey Document, int Ordinal) Key(Candidate candidate) => (candidate.Document, candidate.Ordinal);
}
