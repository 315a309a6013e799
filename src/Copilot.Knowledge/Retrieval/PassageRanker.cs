using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>Orders candidates: BM25 over fields with synonyms counted as their word, raised where words of the question stand together.</summary>
internal static class PassageRanker
{
    // Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
    private const double K1 = 1.2;
    private const double B = 0.6;
    private const double ContextWeight = 1.0;
    private const double NearnessWeight = 0.25;

    /// <summary>Scores candidates, best first.</summary>
    public static IReadOnlyList<RankedPassage> Rank(IReadOnlyList<Candidate> candidates, Question question, Subject subject)
    {
        // Only words of the question decide: all others are counted and never made into strings.
        var asked = question.Terms.SelectMany(t => t.Stems.Keys.Append(t.Word)).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        return [.. candidates.Select((c, i) => Score(c, i + 1, question, subject, asked))
            .OrderByDescending(r => r.Score).ThenBy(r => r.Candidate.DocumentId, StringComparer.Ordinal).ThenBy(r => r.Candidate.Ordinal)];
    }

    private static RankedPassage Score(Candidate candidate, int rank, Question question, Subject subject, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> asked)
    {
        var body = Words(candidate.BodyStems, asked);
        var context = Words(candidate.ContextStems, asked);
        var codes = Words(candidate.Codes, asked);
        var inBody = Count(body);
        var inContext = Count(context);
        var length = 1 - B + (B * body.Count / question.Counts.AverageLength);
        var words = 0.0;
        foreach (var term in question.Terms)
        {
            var frequency = term.IsCode
                ? (codes.Contains(term.Word) ? 2 : 0)
                : term.Stems.Max(s => s.Value * ((inBody.GetValueOrDefault(s.Key) / length) + (ContextWeight * Math.Min(2, inContext.GetValueOrDefault(s.Key)))));
            words += term.Weight * frequency * (K1 + 1) / (frequency + K1);
        }

        var held = inBody.Keys.Concat(inContext.Keys).Concat(codes).ToHashSet(StringComparer.Ordinal);
        var nearness = NearnessWeight * Nearness(body, question);
        var factor = subject.Factor(candidate);
        return new RankedPassage(
            candidate,
            words * (1 + nearness) * factor,
            new ScoreParts(rank, candidate.Bm25, words, nearness, factor, question.Coverage(held)));
    }

    /// <summary>The words of a text in order, with nothing in the place of those that were not asked for.</summary>
    private static List<string> Words(string text, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> asked)
    {
        var words = new List<string>();
        foreach (var place in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(place);
            if (!word.IsEmpty)
            {
                words.Add(asked.TryGetValue(word, out var stem) ? stem : string.Empty);
            }
        }

        return words;
    }

    private static Dictionary<string, int> Count(List<string> stems)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stem in stems.Where(s => s.Length > 0))
        {
            counts[stem] = counts.GetValueOrDefault(stem) + 1;
        }

        return counts;
    }

    /// <summary>The weight of neighbouring pairs of the question that stand within a few words of each other, as a share of all pairs.</summary>
    private static double Nearness(List<string> body, Question question)
    {
        var terms = question.Terms.Where(t => !t.IsCode).ToList();
        if (terms.Count < 2)
        {
            return 0;
        }

        var places = terms.ConvertAll(t => Places(body, t));
        var (near, all) = (0.0, 0.0);
        for (var i = 0; i + 1 < terms.Count; i++)
        {
            var weight = terms[i].Weight + terms[i + 1].Weight;
            all += weight;
            near += weight * Closeness(places[i], places[i + 1]);
        }

        return all <= 0 ? 0 : near / all;
    }

    private static List<int> Places(List<string> body, QuestionTerm term)
    {
        var places = new List<int>();
        for (var i = 0; i < body.Count; i++)
        {
            if (term.Stems.ContainsKey(body[i]))
            {
                places.Add(i);
            }
        }

        return places;
    }

    private static double Closeness(List<int> first, List<int> second)
    {
        var best = int.MaxValue;
        for (int i = 0, j = 0; i < first.Count && j < second.Count;)
        {
            var gap = second[j] - first[i];
            best = Math.Min(best, gap == 0 ? int.MaxValue : gap > 0 ? gap : 1 - gap);
            _ = gap > 0 ? i++ : j++;
        }

        return best switch
        {
            1 => 1,
            <= 3 => 0.6,
            <= 8 => 0.25,
            _ => 0,
        };
    }
}
