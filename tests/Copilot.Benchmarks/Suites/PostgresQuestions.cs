using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.Stores;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Postgres;

namespace Copilot.Benchmarks.Suites;

/// <summary>Asks a library on PostgreSQL and the bare statements in turns, and judges what is found by counting.</summary>
internal sealed class PostgresQuestions(PostgresKnowledgeStore store, BarePostgres bare, IReadOnlyDictionary<string, long> documents, IReadOnlyList<float[]> questions, string space, int rows, Report report)
{
    private const string Suite = "postgres";
    private const int Ten = 10;
    private const int Many = 200;
    private const int Warm = 20;
    private const int Rounds = 300;
    private const int Judged = 100;

    private static readonly PassageFilter Wide = Filter("sales-rep");
    private static readonly PassageFilter Narrow = Filter("auditor");

    // What the store lets the index keep.
    private int Searched => PostgresNearest.Searched(Ten, rows);

    private int SearchedForMany => PostgresNearest.Searched(Many + 8, rows);

    /// <summary>Measures the vectors leg.</summary>
    /// <param name="cosine">Whether there is an index for <c>&lt;=&gt;</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task NearestAsync(bool cosine, CancellationToken cancellationToken)
    {
        foreach (var distance in cosine ? new[] { "<#>", "<=>" } : ["<#>"])
        {
            await CompareAsync("ten, half permitted", q => AskAsync(q, Wide, Ten, cancellationToken), q => bare.NearestAsync(distance, q, Ten, null, cancellationToken), $"bare {distance}, no filter, ef_search 40");
            await CompareAsync("ten, half permitted", q => AskAsync(q, Wide, Ten, cancellationToken), q => bare.NearestAsync(distance, q, Ten, Searched, cancellationToken), $"bare {distance}, no filter, ef_search {Searched}");
        }

        await CompareAsync("ten, half permitted", q => AskAsync(q, Wide, Ten, cancellationToken), q => bare.NearestAsync(q, Ten, Searched, Wide, cancellationToken), $"bare <#>, same filters, iterative, ef_search {Searched}");
        await CompareAsync("200, half permitted", q => AskAsync(q, Wide, Many, cancellationToken), q => bare.NearestAsync(q, Many, SearchedForMany, Wide, cancellationToken), $"bare <#>, same filters, iterative, ef_search {SearchedForMany}");
        await CompareAsync("ten, few permitted", q => AskAsync(q, Narrow, Ten, cancellationToken), q => bare.NearestAsync(q, Ten, Searched, Narrow, cancellationToken), $"bare <#>, same filters, iterative, ef_search {Searched}");
        await RecallAsync("half permitted", Wide, q => AskAsync(q, Wide, Ten, cancellationToken), cancellationToken);
        await RecallAsync("few permitted", Narrow, q => AskAsync(q, Narrow, Ten, cancellationToken), cancellationToken);
        await RecallAsync("bare <#>, no filter, ef_search 40", null, q => bare.NearestAsync("<#>", q, Ten, null, cancellationToken), cancellationToken);
        await RecallAsync($"bare <#>, no filter, ef_search {Searched}", null, q => bare.NearestAsync("<#>", q, Ten, Searched, cancellationToken), cancellationToken);
    }

    /// <summary>Measures the words leg against <c>tsvector</c>.</summary>
    public async Task WordsAsync(CancellationToken cancellationToken)
    {
        await bare.IndexWordsAsync(cancellationToken);
        var random = new Random(3);
        var asked = (await bare.BodiesAsync(Warm + Rounds, cancellationToken)).Select((b, i) => random.GetItems(b, 2 + (i % 7)).Distinct().ToList()).ToList();
        var (ours, theirs) = (0, 0);
        var pair = await Pair.RunAsync(
            Warm,
            Math.Min(Rounds, asked.Count - Warm),
            () => Clock.TimeAsync(() => store.SearchAsync(new StoreQuery { Stems = asked[ours++], Filter = Wide, Limit = 200 }, cancellationToken)),
            () => Clock.TimeAsync(() => bare.WordsAsync(asked[theirs++], 200, Wide, cancellationToken)));
        Add("two to eight words, 200 wanted", "tsvector with GIN and ts_rank, same filters, keys only", pair);
    }

    private static PassageFilter Filter(string reader) => new() { Reader = new Reader([reader], ["Meridian"]), Day = new DateOnly(2026, 6, 15) };

    private async Task<HashSet<long>> AskAsync(float[] question, PassageFilter filter, int limit, CancellationToken cancellationToken)
    {
        var found = await store.NearestAsync(new VectorQuery { Space = space, Vector = question, Filter = filter, Limit = limit }, cancellationToken);
        return [.. found.Select(f => ChunkKey.Of(documents[f.DocumentId], f.Ordinal))];
    }

    private async Task CompareAsync(string name, Func<float[], Task> subject, Func<float[], Task> reference, string against)
    {
        var (ours, theirs) = (0, 0);
        var pair = await Pair.RunAsync(
            Warm, Rounds, () => Clock.TimeAsync(() => subject(questions[ours++ % questions.Count])), () => Clock.TimeAsync(() => reference(questions[theirs++ % questions.Count])));
        Add(name, against, pair);
    }

    private void Add(string name, string against, Pair pair)
    {
        report.Add(pair.ToLine(Suite, name, against));
        report.Add(Line.Single(Suite, $"{name}, p95 against p95", pair.Subject.P95, "ms") with { Reference = against, ReferenceMedian = pair.Reference.P95, Ratio = pair.Subject.P95 / pair.Reference.P95 });
    }

    private async Task RecallAsync(string name, PassageFilter? filter, Func<float[], Task<HashSet<long>>> ask, CancellationToken cancellationToken)
    {
        var (met, wanted) = (0, 0);
        foreach (var question in questions.Take(Judged))
        {
            var exact = await bare.ExactAsync(question, Ten, filter, cancellationToken);
            wanted += exact.Count;
            met += (await ask(question)).Count(exact.Contains);
        }

        report.Add(Line.Single(Suite, $"recall of ten, {name}", met / (double)wanted, "of exact"));
    }
}
