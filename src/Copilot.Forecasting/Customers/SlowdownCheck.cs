using Copilot.Contracts;

namespace Copilot.Forecasting.Customers;

/// <summary>
/// Tells which customers buy less than their own rhythm makes likely. A silence is compared with how long customers who go on are silent on any day: the backward recurrence time of renewal theory (Cox 1962) over all
/// customers' gaps, each in units of the customer's other gaps, and must be longer than any of their own. Fewer orders are compared with the rate before, after the level of all other customers lately, so that a quiet season is nobody's slow-down (the
/// conditional test of two Poisson rates, Przyborowski and Wilenski 1940). Of those told, no more than <see cref="FalseShare"/> are expected to be chance (Benjamini and Hochberg 1995).
/// </summary>
internal sealed class SlowdownCheck
{
    /// <summary>The share of false ones among those told.</summary>
    public const double FalseShare = 0.1;

    /// <summary>Order days that a customer's own rhythm needs.</summary>
    public const int LeastDays = 6;

    private const int LeastBefore = 120;
    private const int LeastGaps = 50;

    private SlowdownCheck(IReadOnlyList<Slowdown> judged, IReadOnlyList<BuyingPace> passed, int gaps) => (Judged, Passed, Gaps) = (judged, passed, gaps);

    /// <summary>Gets the customers asked about that could be judged, the most unusual first.</summary>
    public IReadOnlyList<Slowdown> Judged { get; }

    /// <summary>Gets the customers asked about with too few orders to have a rhythm.</summary>
    public IReadOnlyList<BuyingPace> Passed { get; }

    /// <summary>Gets with how many gaps of all customers a silence was compared.</summary>
    public int Gaps { get; }

    /// <summary>Gets those that slow down, the largest missing amount first.</summary>
    public IReadOnlyList<Slowdown> Slower => [.. Judged.Where(j => j.IsSlower).OrderByDescending(j => j.Missing).ThenBy(j => j.Pace.Buyer.Name, StringComparer.Ordinal)];

    /// <summary>Judges customers.</summary>
    /// <param name="paces">All customers; those not asked about are compared with.</param>
    public static SlowdownCheck Of(IReadOnlyList<BuyingPace> paces)
    {
        var able = paces.Where(p => p.OrderDays >= LeastDays).ToList();
        var gaps = able.SelectMany(Relative).Order().ToArray();
        if (gaps.Length < LeastGaps)
        {
            return new SlowdownCheck([], [.. paces.Where(p => p.Buyer.IsAsked)], gaps.Length);
        }

        var silences = new Silences(gaps);
        var (recent, before) = (paces.Where(IsOld).Sum(p => p.Recent), paces.Where(IsOld).Sum(p => p.Before));
        var judged = able.Select(p => Judge(p, silences, recent, before)).OrderBy(j => j.Chance).ThenBy(j => j.Pace.Buyer.Name, StringComparer.Ordinal).ToList();
        var told = judged.Select((j, i) => j.Chance <= FalseShare * (i + 1) / judged.Count ? i + 1 : 0).Append(0).Max();
        return new SlowdownCheck(
            [.. judged.Select((j, i) => j with { IsSlower = i < told }).Where(j => j.Pace.Buyer.IsAsked)],
            [.. paces.Where(p => p.OrderDays < LeastDays && p.Buyer.IsAsked)],
            gaps.Length);
    }

    // Each gap in units of the mean of the customer's others: one's own gap must not measure itself.
    private static IEnumerable<double> Relative(BuyingPace pace)
    {
        var sum = pace.Gaps.Sum();
        return pace.Gaps.Select(g => g * (pace.Gaps.Count - 1) / (sum - g));
    }

    private static bool IsOld(BuyingPace pace) => pace.KnownBefore == BuyingPace.BeforeDays;

    private static Slowdown Judge(BuyingPace pace, Silences silences, int recent, int before)
    {
        var (others, othersBefore) = IsOld(pace) ? (recent - pace.Recent, before - pace.Before) : (recent, before);
        var level = others > 0 && othersBefore > 0 ? (double)others / othersBefore * BuyingPace.BeforeDays / BuyingPace.RecentDays : 1;
        var share = pace.KnownBefore == 0 ? 0 : level * BuyingPace.RecentDays / pace.KnownBefore;
        var fewer = pace.KnownBefore < LeastBefore ? 1 : AtMost(pace.Recent, pace.Recent + pace.Before, share / (1 + share));

        // A silence that the customer has broken before is not unusual, whatever others do.
        var silence = pace.Silence <= pace.Gaps.Max() ? 1 : silences.Chance(pace.Silence / pace.MeanGap);
        return new Slowdown(pace, silence, fewer, pace.Before * share, pace.BeforeNet * share, false);
    }

    /// <summary>The probability of at most some successes in a number of trials.</summary>
    private static double AtMost(int successes, int trials, double probability)
    {
        var (term, sum) = (trials * Math.Log(1 - probability), 0.0);
        for (var k = 0; k <= successes; k++)
        {
            sum += Math.Exp(term);
            term += Math.Log((double)(trials - k) / (k + 1)) + Math.Log(probability / (1 - probability));
        }

        return Math.Min(1, sum);
    }
}
