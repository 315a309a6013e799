using Copilot.Evals.Retrieval;
using Xunit;

namespace Copilot.Tests.Evals.Retrieval;

public sealed class RankMetricsTests
{
    [Fact]
    public void Gain_is_the_grade_over_the_logarithm_of_the_rank_beside_the_best_order()
    {
        var grades = new Dictionary<string, int> { ["a"] = 3, ["b"] = 2, ["c"] = 1, ["no"] = -1 };

        // Found: b at 1, a thing nobody judged at 2, a at 3. Gain 2 + 0 + 3/2; best: 3 + 2/log2(3) + 1/2.
        Assert.Equal(3.5 / (3 + (2 / Math.Log2(3)) + 0.5), RankMetrics.Ndcg(["b", "x", "a", "no"], grades, 10), 12);
        Assert.Equal(0.7350, RankMetrics.Ndcg(["b", "x", "a", "no"], grades, 10), 4);
        Assert.Equal(1, RankMetrics.Ndcg(["a", "b", "c"], grades, 10), 12);
    }

    [Fact]
    public void Only_the_first_ranks_count()
    {
        var grades = new Dictionary<string, int> { ["a"] = 1, ["b"] = 1, ["c"] = 1 };

        // Best within 2: 1 + 1/log2(3); found within 2: 1/log2(3).
        Assert.Equal(1 / Math.Log2(3) / (1 + (1 / Math.Log2(3))), RankMetrics.Ndcg(["x", "a", "b", "c"], grades, 2), 12);
    }

    [Fact]
    public void Recall_and_reciprocal_rank_are_counted()
    {
        var grades = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2, ["no"] = 0 };

        Assert.Equal(0.5, RankMetrics.Recall(["no", "b", "x"], grades, 2));
        Assert.Equal(0, RankMetrics.Recall(["no", "b"], grades, 1));
        Assert.Equal(0.5, RankMetrics.ReciprocalRank(["no", "b", "a"], grades));
        Assert.Equal(0, RankMetrics.ReciprocalRank(["x"], grades));
    }

    [Fact]
    public void Nothing_relevant_is_nothing_gained()
        => Assert.Equal((0.0, 0.0), (RankMetrics.Ndcg(["a"], new Dictionary<string, int> { ["a"] = 0 }, 10), RankMetrics.Recall(["a"], new Dictionary<string, int>(), 10)));

    [Fact]
    public void Scores_are_means_over_questions_and_name_what_was_missed()
    {
        var grades = new Dictionary<string, int> { ["a"] = 1 };

        var score = RankScore.Of("c", "s", [("first", ["a"], grades), ("second", ["x"], grades)]);

        Assert.Equal((0.5, 0.5, 0.5, 2), (score.Ndcg, score.Mrr, score.HitAt5, score.Questions));
        Assert.Equal(["second"], score.Missed);
    }
}
