using System.Text.Json;

namespace Copilot.Knowledge.Stores.Qdrant;

/// <summary>
/// Asks Qdrant for passages and the store for what they say. The filter holds three times over: in Qdrant's query, and when the store gives the passages; what the store does
/// not give is a sign that Qdrant is behind, and then the store answers the whole question.
/// </summary>
internal sealed class QdrantLegs(IMirroredStore store, QdrantClient client, QdrantCollections collections, QdrantMirror mirror, QdrantOptions options)
{
    // A few more than wanted: equals at the end are put in order here.
    private const int Slack = 16;
    private const int Most = 10_000;

    /// <summary>Finds passages by words, or gives null when the store must answer.</summary>
    public async Task<IReadOnlyList<Candidate>?> SearchAsync(StoreQuery query, CancellationToken cancellationToken)
    {
        if (await mirror.AskableAsync(cancellationToken) is not { } state)
        {
            return null;
        }

        var terms = SparseTerms.Of(query);
        if (terms.Indices.Count == 0)
        {
            return [];
        }

        var (stems, codes) = (query.Stems.ToHashSet(StringComparer.Ordinal), query.Codes.ToHashSet(StringComparer.Ordinal));
        return await FindAsync(
            QdrantCollections.AliasOf(state),
            new Dictionary<string, object>
            {
                ["query"] = new { indices = terms.Indices, values = terms.Values },
                ["using"] = QdrantCollections.Words,
                ["params"] = collections.Version is { HasMemory: true } ? new { idf = new { corpus = QdrantFilter.All(state.Name) } } : new { },
            },
            state,
            query.Filter,
            query.Limit,
            (c, score) => SparseTerms.Holds(c, stems, codes) ? c with { Bm25 = score } : null,
            cancellationToken);
    }

    /// <summary>Finds the nearest passages, or gives null when the store must answer.</summary>
    public async Task<IReadOnlyList<Candidate>?> NearestAsync(VectorQuery query, CancellationToken cancellationToken)
    {
        // The store knows what to say to a vector of the wrong length and to a space it does not have.
        if (await mirror.AskableAsync(cancellationToken) is not { } state
            || state.Spaces.FirstOrDefault(s => s.Id == query.Space) is not { } space || space.Dimension != query.Vector.Length)
        {
            return null;
        }

        return await FindAsync(
            collections.NameOf(state, space),
            new Dictionary<string, object>
            {
                ["query"] = query.Vector,
                ["using"] = QdrantCollections.Dense,
                ["params"] = options.Quantization == "none" ? new { } : new { quantization = new { rescore = true, oversampling = 2.0 } },
            },
            state,
            query.Filter,
            query.Limit,
            (c, score) => c with { Cosine = score },
            cancellationToken);
    }

    private async Task<IReadOnlyList<Candidate>?> FindAsync(
        string collection, Dictionary<string, object> ask, MirrorState state, PassageFilter filter, int limit, Func<Candidate, double, Candidate?> scored, CancellationToken cancellationToken)
    {
        ask["filter"] = QdrantFilter.Of(state.Name, filter);
        ask["with_payload"] = new[] { "key" };
        ask["with_vector"] = false;
        try
        {
            for (var wanted = limit + Slack; ; wanted = Math.Min(Most, 4 * wanted))
            {
                ask["limit"] = wanted;
                var points = await client.AskAsync(HttpMethod.Post, $"collections/{collection}/points/query", ask, Points, cancellationToken);
                var known = await store.CandidatesAsync(filter, [.. points.Select(p => p.Key)], cancellationToken);
                var behind = points.Where(p => !known.ContainsKey(p.Key)).Select(p => p.Key).ToList();
                if (behind.Count > 0)
                {
                    await store.MarkStaleAsync(behind, cancellationToken);
                    return null;
                }

                var found = points.Select(p => (p.Score, Candidate: scored(known[p.Key], p.Score))).Where(f => f.Candidate is not null).ToList();
                if (points.Count < wanted || wanted >= Most || (found.Count > limit && found[limit - 1].Score > points[^1].Score))
                {
                    return InOrder(found.Select(f => f.Candidate!), limit);
                }
            }
        }
        catch (QdrantException trouble)
        {
            mirror.Note(trouble);
            return null;
        }
    }

    private static IReadOnlyList<Candidate> InOrder(IEnumerable<Candidate> found, int limit)
        =>
        [
            .. found.OrderByDescending(c => c.Bm25).ThenByDescending(c => c.Cosine)
                .ThenBy(c => c.DocumentId, StringComparer.Ordinal).ThenBy(c => c.Collection, StringComparer.Ordinal).ThenBy(c => c.Ordinal).Take(limit),
        ];

    private static List<(long Key, double Score)> Points(JsonElement result)
        => [.. result.GetProperty("points").EnumerateArray().Select(p => (p.GetProperty("payload").GetProperty("key").GetInt64(), p.GetProperty("score").GetDouble())).DistinctBy(p => p.Item1).OrderByDescending(p => p.Item2)];
}
