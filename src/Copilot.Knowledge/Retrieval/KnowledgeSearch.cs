using Copilot.Contracts;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge;

/// <summary>Finds passages for a reader. What the reader may not see is filtered before anything is ranked.</summary>
public sealed class KnowledgeSearch
{
    private const string Locked = "record not readable";

    private static readonly string[] Operators = [RoleNames.OperationsManager, RoleNames.Auditor];

    private readonly IKnowledgeStore _store;
    private readonly HybridRetriever _retriever;
    private readonly PassageReranker _reranker;
    private readonly TimeProvider _time;

    internal KnowledgeSearch(IKnowledgeStore store, HybridRetriever retriever, PassageReranker reranker, TimeProvider time)
    {
        _store = store;
        _retriever = retriever;
        _reranker = reranker;
        _time = time;
    }

    /// <summary>Finds the best passages; near-duplicates are left out, and where a passage was cut out of a section, its neighbours are told.</summary>
    /// <param name="query">The question and its filters.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Passages, best first; empty when nothing matches.</returns>
    public async Task<IReadOnlyList<KnowledgeHit>> SearchAsync(KnowledgeQuery query, CancellationToken cancellationToken)
    {
        var found = await RankAsync(query, cancellationToken);
        return await HitsAsync(NearDuplicates.Split(found.Ranked, query.Top).Kept, found, cancellationToken);
    }

    /// <summary>Ranks documents by their best passage, near-duplicates included: for measuring against judged collections.</summary>
    /// <param name="query">The question and its filters; <see cref="KnowledgeQuery.Top"/> counts documents.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Documents, best first, each once.</returns>
    public async Task<IReadOnlyList<DocumentScore>> RankDocumentsAsync(KnowledgeQuery query, CancellationToken cancellationToken)
        => [.. (await RankAsync(query, cancellationToken)).Ranked
            .DistinctBy(r => r.Candidate.Document).Take(query.Top).Select(r => new DocumentScore(r.Candidate.DocumentId, r.Score))];

    /// <summary>Finds passages and says how they came about, and for operators also what was filtered and why.</summary>
    /// <param name="query">The question and its filters.</param>
    /// <param name="asker">Who wants to know: an operator may look at what another role would find; null for the caller of the query.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The explanation.</returns>
    public async Task<SearchExplanation> ExplainAsync(KnowledgeQuery query, Caller? asker, CancellationToken cancellationToken)
    {
        var found = await RankAsync(query, cancellationToken);
        var (kept, repeated) = NearDuplicates.Split(found.Ranked, query.Top);
        return new SearchExplanation
        {
            Words = [.. found.Question.Terms.Select(t => FormattableString.Invariant($"{t.Word} = {string.Join(", ", t.Stems.Keys)} ({t.Pull:0.00})"))],
            Day = found.Asked.Filter.Day,
            WithoutVectors = found.VectorNote,
            Index = await new SearchIndex(_store).StandingAsync(cancellationToken),
            Hits = await HitsAsync(kept, found, cancellationToken),
            Duplicates = [.. repeated.Select(r => $"{r.Candidate.DocumentId}#{r.Candidate.Ordinal}")],
            Filtered = (asker ?? query.Caller).Roles.Intersect(Operators, StringComparer.Ordinal).Any() ? await FilteredAsync(found, cancellationToken) : null,
        };
    }

    /// <summary>Ranks passages, near-duplicates included.</summary>
    internal async Task<Retrieved> RankAsync(KnowledgeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Top is < 1 or > 1000)
        {
            throw new CopilotException($"The number of results is {query.Top}; ask for 1 to 1,000.");
        }

        var today = Today(query.Caller);
        var found = await _retriever.FindAsync(query, query.AsOf ?? QuestionDay.In(query.Text, today) ?? today, cancellationToken);
        return found with { Ranked = await _reranker.OrderAsync(query.Text, found.Ranked, cancellationToken) };
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FilteredAsync(Retrieved found, CancellationToken cancellationToken)
    {
        var all = found.Asked with { Filter = found.Asked.Filter with { Except = [] } };
        var filtered = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var excluded in await _store.ExcludedAsync(all, cancellationToken))
        {
            filtered.TryAdd(excluded.DocumentId, excluded.Reasons);
        }

        foreach (var locked in found.Locked)
        {
            filtered[locked.Id] = [.. filtered.GetValueOrDefault(locked.Id) ?? [], Locked];
        }

        return filtered;
    }

    private DateOnly Today(Caller caller)
        => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(caller.TimeZone)).DateTime);

    private async Task<IReadOnlyList<KnowledgeHit>> HitsAsync(IReadOnlyList<RankedPassage> passages, Retrieved found, CancellationToken cancellationToken)
    {
        var around = new Surroundings(_store);
        var hits = new List<KnowledgeHit>();
        foreach (var passage in passages)
        {
            var (before, after) = await around.OfAsync(passage.Candidate, found.Asked.Filter, cancellationToken);
            hits.Add(HitOf(passage, before, after));
        }

        return hits;
    }

    private static KnowledgeHit HitOf(RankedPassage passage, Candidate? before, Candidate? after)
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
            Before = before is null ? string.Empty : Surroundings.EndOf(before.Text),
            After = after is null ? string.Empty : Surroundings.BeginningOf(after.Text),
            Score = passage.Score,
            Parts = passage.Parts,
        };
    }
}
