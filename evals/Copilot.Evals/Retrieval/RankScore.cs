namespace Copilot.Evals.Retrieval;

/// <summary>How well one way of searching ranks one collection.</summary>
public sealed record RankScore
{
    /// <summary>Gets the collection.</summary>
    public required string Collection { get; init; }

    /// <summary>Gets the way of searching.</summary>
    public required string System { get; init; }

    /// <summary>Gets how many questions were asked.</summary>
    public required int Questions { get; init; }

    /// <summary>Gets the mean nDCG@10.</summary>
    public required double Ndcg { get; init; }

    /// <summary>Gets the mean share of relevant ones among the first 5.</summary>
    public required double RecallAt5 { get; init; }

    /// <summary>Gets the mean share of relevant ones among the first 10.</summary>
    public required double RecallAt10 { get; init; }

    /// <summary>Gets the mean share of relevant ones among the first 100.</summary>
    public required double RecallAt100 { get; init; }

    /// <summary>Gets the mean reciprocal rank.</summary>
    public required double Mrr { get; init; }

    /// <summary>Gets the share of questions with a relevant one among the first 5.</summary>
    public required double HitAt5 { get; init; }

    /// <summary>Gets the questions without a relevant one among the first 5.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];

    /// <summary>Measures runs.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="system">The way of searching.</param>
    /// <param name="runs">For each question its name, what was found and what is relevant.</param>
    /// <returns>The means over all questions.</returns>
    public static RankScore Of(string collection, string system, IReadOnlyList<(string Question, IReadOnlyList<string> Ranked, IReadOnlyDictionary<string, int> Grades)> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        double Mean(Func<IReadOnlyList<string>, IReadOnlyDictionary<string, int>, double> measure) => runs.Count == 0 ? 0 : runs.Average(r => measure(r.Ranked, r.Grades));
        var missed = runs.Where(r => RankMetrics.Recall(r.Ranked, r.Grades, 5) <= 0).Select(r => r.Question).ToList();
        return new RankScore
        {
            Collection = collection,
            System = system,
            Questions = runs.Count,
            Ndcg = Mean((ranked, grades) => RankMetrics.Ndcg(ranked, grades, 10)),
            RecallAt5 = Mean((ranked, grades) => RankMetrics.Recall(ranked, grades, 5)),
            RecallAt10 = Mean((ranked, grades) => RankMetrics.Recall(ranked, grades, 10)),
            RecallAt100 = Mean((ranked, grades) => RankMetrics.Recall(ranked, grades, 100)),
            Mrr = Mean(RankMetrics.ReciprocalRank),
            HitAt5 = runs.Count == 0 ? 0 : 1 - ((double)missed.Count / runs.Count),
            Missed = missed,
        };
    }
}
