using Copilot.Contracts;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge;

/// <summary>Finds passages for a reader. What the reader may not see is filtered before anything is ranked.</summary>
public sealed class KnowledgeSearch
{
    private const int LeastCandidates = 200;

    private readonly IKnowledgeStore _store;
    private readonly QuestionReader _reader;
    private readonly TimeProvider _time;

    internal KnowledgeSearch(IKnowledgeStore store, QuestionReader reader, TimeProvider time)
    {
        _store = store;
        _reader = reader;
        _time = time;
    }

    /// <summary>Finds the best passages; near-duplicates are left out.</summary>
    /// <param name="query">The question and its filters.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Passages, best first; empty when nothing matches.</returns>
    public async Task<IReadOnlyList<KnowledgeHit>> SearchAsync(KnowledgeQuery query, CancellationToken cancellationToken)
    {
        var (ranked, _, _) = await RankAsync(query, cancellationToken);
        return [.. NearDuplicates.Split(ranked, query.Top).Kept.Select(HitOf)];
    }

    /// <summary>Ranks documents by their best passage, near-duplicates included: for measuring against judged collections.</summary>
    /// <param name="query">The question and its filters; <see cref="KnowledgeQuery.Top"/> counts documents.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Documents, best first, each once.</returns>
    public async Task<IReadOnlyList<DocumentScore>> RankDocumentsAsync(KnowledgeQuery query, CancellationToken cancellationToken)
    {
        var (ranked, _, _) = await RankAsync(query, cancellationToken);
        return [.. ranked.DistinctBy(r => (r.Candidate.Collection, r.Candidate.DocumentId)).Take(query.Top).Select(r => new DocumentScore(r.Candidate.DocumentId, r.Score))];
    }

    /// <summary>Finds passages and says how they came about, and what was filtered and why. For operators.</summary>
    /// <param name="query">The question and its filters.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The explanation.</returns>
    public async Task<SearchExplanation> ExplainAsync(KnowledgeQuery query, CancellationToken cancellationToken)
    {
        var (ranked, question, asked) = await RankAsync(query, cancellationToken);
        var (kept, repeated) = NearDuplicates.Split(ranked, query.Top);
        var excluded = await _store.ExcludedAsync(asked, cancellationToken);
        return new SearchExplanation
        {
            Words = [.. question.Terms.Select(t => FormattableString.Invariant($"{t.Word} = {string.Join(", ", t.Stems.Keys)} ({t.Weight:0.00})"))],
            Hits = [.. kept.Select(HitOf)],
            Duplicates = [.. repeated.Select(r => $"{r.Candidate.DocumentId}#{r.Candidate.Ordinal}")],
            Filtered = excluded.DistinctBy(e => e.DocumentId).ToDictionary(e => e.DocumentId, e => e.Reasons, StringComparer.Ordinal),
        };
    }

    internal async Task<(IReadOnlyList<RankedPassage> Ranked, Question Question, StoreQuery Asked)> RankAsync(KnowledgeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Top is < 1 or > 1000)
        {
            throw new CopilotException($"The number of results is {query.Top}; ask for 1 to 1,000.");
        }

        var question = await _reader.ReadAsync(query.Text, query.About, cancellationToken);
        var asked = new StoreQuery
        {
            Stems = question.Stems,
            Codes = question.Codes,
            Filter = new PassageFilter { Reader = Reader.Of(query.Caller), Day = query.AsOf ?? Today(query.Caller), Collection = query.Collection },
            Limit = Math.Max(LeastCandidates, query.Top * 3),
        };
        var candidates = await _store.SearchAsync(asked, cancellationToken);
        var subject = new Subject(query);

        // A name that only the question gives is read once more as a name: it chooses the document and is no topic.
        return query.About.Count == 0 && subject.NamedIn(candidates) is { Count: > 0 } names
            ? await RankAsync(query with { About = names }, cancellationToken)
            : (PassageRanker.Rank(candidates, question, subject), question, asked);
    }

    private DateOnly Today(Caller caller)
        => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(caller.TimeZone)).DateTime);

    private static KnowledgeHit HitOf(RankedPassage passage)
    {
        var found = passage.Candidate;
        return new KnowledgeHit
        {
            Place = new PassagePlace
            {
                DocumentId = found.DocumentId,
                Collection = found.Collection,
                HeadingPath = found.HeadingPath,
                Start = found.Start,
                End = found.End,
                Page = found.Page,
                Box = found.Box,
            },
            Title = found.Title,
            Revision = found.Revision,
            Kind = found.Kind,
            ValidFrom = found.ValidFrom,
            ValidTo = found.ValidTo,
            About = found.About,
            Text = found.Text,
            Lead = found.Lead,
            Score = passage.Score,
            Parts = passage.Parts,
        };
    }
}
