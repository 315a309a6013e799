using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>
/// Scores passages by words: BM25 over words, title and headings with synonyms counted as their word, and pairs of neighbouring words of the
/// question that stand near each other. A question of plain words against plain text is scored as textbook BM25 scores it.
/// </summary>
internal static class PassageRanker
{
    // Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009. The textbook's 1.2 and 0.75 are meant for texts as long
    // as their authors made them; passages are as long as they were cut, which says less about them.
    private const double K1 = 1.0;
    private const double B = 0.5;

    // A word in the title or a heading counts like one more in a text of average length; said twice it counts twice, not more.
    private const int MostInContext = 2;
    private const int CodeFrequency = 2;

    // Sequential dependence (Metzler and Croft, "A Markov Random Field Model for Term Dependencies", 2005): pairs side by side and pairs in a window.
    private const double PairShare = 0.2;
    private const double WindowShare = 0.2;

    /// <summary>Scores candidates, in their order.</summary>
    public static IReadOnlyList<WordScore> Score(IReadOnlyList<Candidate> candidates, Question question)
    {
        // Only words of the question decide: all others are counted and never made into strings.
        var asked = question.Terms.SelectMany(t => t.Stems.Keys.Append(t.Word)).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        return [.. candidates.Select(c => Score(c, question, asked))];
    }

    private static WordScore Score(Candidate candidate, Question question, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> asked)
    {
        var body = new WordPlaces(candidate.BodyStems, asked);
        var context = new WordPlaces(candidate.ContextStems, asked);
        var codes = new WordPlaces(candidate.Codes, asked);
        var length = 1 - B + (B * body.Length / question.Counts.AverageLength);
        var (words, codeWeight) = (0.0, 0.0);
        foreach (var term in question.Terms)
        {
            if (term.IsCode && codes.Has(term.Word))
            {
                words += term.Pull * Saturated(CodeFrequency);
                codeWeight += CodeWords.IsLabel(term.Word) ? 0 : term.Pull;
            }
            else if (!term.IsCode)
            {
                words += term.Pull * Saturated(term.Stems.Max(s => s.Value * ((body.Count(s.Key) / length) + Math.Min(MostInContext, context.Count(s.Key)))));
            }
        }

        var held = body.Known.Concat(context.Known).Concat(codes.Known).ToHashSet(StringComparer.Ordinal);
        return new WordScore(
            candidate,
            words,
            Pairs(body, question, length),
            question.Pull <= 0 ? 0 : codeWeight / question.Pull,
            question.Coverage(held),
            question.Terms.Any(t => t.IsProper && t.Stems.Keys.Any(context.Has)));
    }

    private static double Saturated(double frequency) => frequency * (K1 + 1) / (frequency + K1);

    private static double Pairs(WordPlaces body, Question question, double length)
    {
        var sum = 0.0;
        QuestionTerm? before = null;
        foreach (var term in question.Terms.Where(t => !t.IsCode))
        {
            if (before is not null && WordPlaces.Near(body.Of(before), body.Of(term)) is { InWindow: > 0 } near)
            {
                sum += Math.Min(before.Pull, term.Pull) * ((PairShare * Saturated(near.Adjacent / length)) + (WindowShare * Saturated(near.InWindow / length)));
            }

            before = term;
        }

        return sum;
    }
}
