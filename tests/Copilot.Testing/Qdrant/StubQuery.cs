using System.Text.Json;

namespace Copilot.Testing.Qdrant;

/// <summary>Answers a query as documented: cosine for dense vectors, the dot product for sparse ones with the rarity of each term counted over the corpus.</summary>
internal static class StubQuery
{
    public static IReadOnlyList<object> Answer(StubCollection collection, JsonElement request, Version version)
    {
        request.Only("query", "query!", "using!", "filter", "limit!", "params", "with_payload", "with_vector", "score_threshold", "offset");
        var parameters = request.Find("params");
        parameters?.Only("params", version >= new Version(1, 19) ? ["idf", "hnsw_ef", "exact", "quantization", "indexed_only"] : ["hnsw_ef", "exact", "quantization", "indexed_only"]);
        parameters?.Find("quantization")?.Only("quantization", "ignore", "rescore", "oversampling");
        var filter = request.Find("filter") is { } told ? new StubFilter(told, collection) : throw StubRefusal.Violation("a query without a filter");
        foreach (var field in new[] { "tenant", "readers", "companies", "from", "until" }.Where(f => !filter.Required.Contains(f)))
        {
            throw StubRefusal.Violation($"a query whose filter does not insist on {field}");
        }

        var limit = request.Whole("limit", 1);
        var permitted = collection.Points.Where(p => filter.Passes(p.Payload));
        var name = request.Text("using");
        var scored = name == collection.DenseName ? ByCosine(collection, permitted, request.GetProperty("query"))
            : name == collection.SparseName ? BySparse(collection, permitted, request.GetProperty("query"), parameters)
            : throw new StubRefusal(400, $"Wrong input: Not existing vector name error: {name}", violation: true);
        string[] fields = request.Find("with_payload") is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(f => f.GetString()!)] : [];

        // Equals come in any order: here in that of their ids, which are as good as drawn.
        return
        [
            .. scored.OrderByDescending(s => s.Score).ThenBy(s => s.Point.Id, StringComparer.Ordinal).Take(limit).Select(s => new
            {
                id = s.Point.Id,
                version = 1,
                score = s.Score,
                payload = s.Point.Payload.EnumerateObject().Where(f => fields.Contains(f.Name)).ToDictionary(f => f.Name, f => f.Value),
            }),
        ];
    }

    private static IEnumerable<(StubPoint Point, float Score)> ByCosine(StubCollection collection, IEnumerable<StubPoint> points, JsonElement query)
    {
        var vector = StubCollection.Normal(collection.Checked(query.Numbers()));
        return points.Where(p => p.Dense is not null).Select(p => (p, p.Dense!.Zip(vector, (a, b) => a * b).Sum()));
    }

    private static IEnumerable<(StubPoint Point, float Score)> BySparse(StubCollection collection, IEnumerable<StubPoint> points, JsonElement query, JsonElement? parameters)
    {
        var wanted = StubCollection.Sparse(query);
        var corpus = collection.Points.Where(p => p.Sparse is not null);
        if (parameters?.Find("idf") is { } idf)
        {
            var over = new StubFilter(idf.Only("idf", "corpus!").GetProperty("corpus"), collection);
            corpus = corpus.Where(p => over.Passes(p.Payload));
        }

        var all = corpus.ToList();
        var weights = wanted.ToDictionary(t => t.Key, t => collection.HasIdf ? t.Value * Rarity(all.Count, all.Count(p => p.Sparse!.ContainsKey(t.Key))) : t.Value);
        return points.Where(p => p.Sparse is not null && p.Sparse.Keys.Any(weights.ContainsKey))
            .Select(p => (p, p.Sparse!.OrderBy(t => t.Key).Sum(t => weights.GetValueOrDefault(t.Key) * t.Value)));
    }

    private static float Rarity(int all, int holders) => (float)Math.Log(((all - holders + 0.5) / (holders + 0.5)) + 1);
}
