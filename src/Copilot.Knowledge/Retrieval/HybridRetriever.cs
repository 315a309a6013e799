using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>
/// Finds passages by words and by vectors at once and ranks them together. Every filter holds inside each leg; documents behind a record are
/// asked about before anything is ranked, and what the caller may not read is left out and the legs are asked again, so that it takes nobody's place.
/// </summary>
internal sealed class HybridRetriever(IKnowledgeStore store, QuestionReader reader, QuestionVectors vectors, GateCheck gates)
{
    private const int LeastCandidates = 200;
    private const int MostVectors = 200;
    private const int MostRounds = 3;

    /// <summary>Finds and ranks.</summary>
    /// <param name="query">The question and its filters.</param>
    /// <param name="day">The day whose documents hold.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<Retrieved> FindAsync(KnowledgeQuery query, DateOnly day, CancellationToken cancellationToken)
    {
        var filter = new PassageFilter { Reader = Reader.Of(query.Caller), Day = day, Collection = query.Collection, Only = query.Only };
        var question = await reader.ReadAsync(query.Text, query.About, cancellationToken);
        var vector = vectors.OfAsync(query.Text, question, cancellationToken);
        var found = await FindAsync(query, question, vector, filter, cancellationToken);
        if (query.About.Count == 0 && new Subject(query).NamedIn(found.Words.Concat(found.Nearest)) is { Count: > 0 } names)
        {
            // A name that only the question gives is read once more as a name: it chooses the document and is no topic.
            query = query with { About = names };
            question = await reader.ReadAsync(query.Text, names, cancellationToken);
            found = await FindAsync(query, question, vector, found.Asked.Filter, cancellationToken);
        }

        var subject = new Subject(query);
        var ranked = Fusion.Rank(found.Words, found.Nearest, found.Nearest.Count >= MostVectors, question, subject);
        return new Retrieved(ranked, question, found.Asked, subject, (await vector).Note);
    }

    private async Task<Found> FindAsync(
        KnowledgeQuery query, Question question, Task<QuestionVector> vector, PassageFilter filter, CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            var asked = new StoreQuery { Stems = question.Stems, Codes = question.Codes, Filter = filter, Limit = Math.Max(LeastCandidates, query.Top * 3) };
            var nearest = NearestAsync(vector, filter, cancellationToken);
            var words = store.SearchAsync(asked, cancellationToken);
            await Task.WhenAll(words, nearest);
            var found = new Found(await words, await nearest, asked);
            IReadOnlyList<DocumentKey> locked = [.. await gates.LockedAsync(query.Caller, found.Words.Concat(found.Nearest), cancellationToken), .. Uploads(query, found)];
            if (locked.Count == 0)
            {
                return found;
            }

            filter = filter with { Except = [.. filter.Except.Union(locked)] };
            if (round == MostRounds)
            {
                var closed = filter.Except.ToHashSet();
                return new Found(
                    [.. found.Words.Where(c => !closed.Contains(c.Document))],
                    [.. found.Nearest.Where(c => !closed.Contains(c.Document))],
                    asked with { Filter = filter });
            }
        }
    }

    private static IEnumerable<DocumentKey> Uploads(KnowledgeQuery query, Found found)
        => !query.WithoutUploads ? [] : found.Words.Concat(found.Nearest).Where(c => c.Collection == UploadShelf.Collection).Select(c => c.Document).Distinct();

    private async Task<IReadOnlyList<Candidate>> NearestAsync(Task<QuestionVector> vector, PassageFilter filter, CancellationToken cancellationToken)
        => await vector is { Space: { } space } known
            ? await store.NearestAsync(new VectorQuery { Space = space, Vector = known.Numbers, Filter = filter, Limit = MostVectors }, cancellationToken)
            : [];

    private sealed record Found(IReadOnlyList<Candidate> Words, IReadOnlyList<Candidate> Nearest, StoreQuery Asked);
}
