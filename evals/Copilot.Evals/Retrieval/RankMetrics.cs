namespace Copilot.Evals.Retrieval;

/// <summary>Measures of a ranked list as TREC computes them: gains are the grades, discounted by the binary logarithm of the rank plus one.</summary>
public static class RankMetrics
{
    /// <summary>Computes the normalised discounted cumulative gain (Järvelin and Kekäläinen, 2002).</summary>
    /// <param name="ranked">What was found, best first.</param>
    /// <param name="grades">The grades of what is relevant; a grade below 1 is not.</param>
    /// <param name="depth">How many ranks count.</param>
    /// <returns>0 to 1; 0 when nothing is relevant.</returns>
    public static double Ndcg(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades, int depth)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        ArgumentNullException.ThrowIfNull(grades);
        var ideal = Gain(grades.Values.Where(g => g > 0).OrderDescending().Take(depth));
        return ideal <= 0 ? 0 : Gain(ranked.Take(depth).Select(r => Math.Max(0, grades.GetValueOrDefault(r)))) / ideal;
    }

    /// <summary>Computes the share of what is relevant that stands among the first ranks.</summary>
    /// <param name="ranked">What was found, best first.</param>
    /// <param name="grades">The grades of what is relevant.</param>
    /// <param name="depth">How many ranks count.</param>
    /// <returns>0 to 1.</returns>
    public static double Recall(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades, int depth)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        ArgumentNullException.ThrowIfNull(grades);
        var relevant = grades.Values.Count(g => g > 0);
        return relevant == 0 ? 0 : (double)ranked.Take(depth).Count(r => grades.GetValueOrDefault(r) > 0) / relevant;
    }

    /// <summary>Computes one divided by the rank of the first that is relevant.</summary>
    /// <param name="ranked">What was found, best first.</param>
    /// <param name="grades">The grades of what is relevant.</param>
    /// <returns>0 to 1; 0 when none is.</returns>
    public static double ReciprocalRank(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        ArgumentNullException.ThrowIfNull(grades);
        for (var i = 0; i < ranked.Count; i++)
        {
            if (grades.GetValueOrDefault(ranked[i]) > 0)
            {
                return 1.0 / (i + 1);
            }
        }

        return 0;
    }

    private static double Gain(IEnumerable<int> grades) => grades.Select((grade, i) => grade / Math.Log2(i + 2)).Sum();
}
