using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;

namespace Copilot.Forecasting.Lists;

/// <summary>
/// Forecasts of a sum, of its parts and of their parts that agree: least squares with the variance of each forecast as its weight (Wickramasuriya, Athanasopoulos and Hyndman 2019, minimum trace with a diagonal
/// covariance). On a tree that is solved by going up once, where each sum is put together from its own forecast and those of its parts, and down once, where what is missing is shared out by variance.
/// </summary>
internal sealed class DemandTree
{
    // Half a range of four of five as a number of standard deviations of the normal distribution.
    private const double Deviations80 = 1.2815515655446004;
    private readonly double _variance;

    private DemandTree(string name, IReadOnlyList<DemandHistory> histories, SpanForecast? own, IReadOnlyList<DemandTree> parts)
    {
        (Name, Histories, Own, Parts) = (name, histories, own, parts);
        if (parts.Count == 0)
        {
            (Agreed, _variance) = (own?.Total ?? 0, Variance(own));
            return;
        }

        var (sum, spread) = (parts.Sum(p => p.Agreed), parts.Sum(p => p._variance));
        var alone = Variance(own);
        (Agreed, _variance) = own is null || parts.Count == 1 || alone + spread <= 0 ? (sum, spread) : (((own.Total * spread) + (sum * alone)) / (alone + spread), alone * spread / (alone + spread));
    }

    /// <summary>Gets what it is: a company, a warehouse, a category.</summary>
    public string Name { get; }

    /// <summary>Gets the histories it adds up.</summary>
    public IReadOnlyList<DemandHistory> Histories { get; }

    /// <summary>Gets what it was forecast as by itself; null where too little left.</summary>
    public SpanForecast? Own { get; }

    /// <summary>Gets its parts.</summary>
    public IReadOnlyList<DemandTree> Parts { get; }

    /// <summary>Gets what is expected of it; the parts' add up to it.</summary>
    public double Agreed { get; private set; }

    /// <summary>Gets the ends of the tree.</summary>
    public IEnumerable<DemandTree> Ends => Parts.Count == 0 ? [this] : Parts.SelectMany(p => p.Ends);

    /// <summary>Builds a tree and agrees it.</summary>
    /// <param name="name">What the sum is called.</param>
    /// <param name="histories">The histories.</param>
    /// <param name="levels">What part a history belongs to, from the widest to the narrowest.</param>
    /// <param name="span">What is expected of some histories together.</param>
    /// <param name="cancellationToken">Stops between two forecasts.</param>
    public static DemandTree Of(string name, IReadOnlyList<DemandHistory> histories, IReadOnlyList<Func<DemandHistory, string>> levels, Func<IReadOnlyList<DemandHistory>, SpanForecast?> span, CancellationToken cancellationToken)
    {
        var tree = Build(name, histories, levels, span, cancellationToken);
        tree.Down();
        return tree;
    }

    /// <summary>Shares a sum that stands fast out over its parts, by their variances; none is below zero.</summary>
    /// <param name="total">The sum, zero or more.</param>
    /// <param name="parts">What is expected of each part and its variance.</param>
    /// <returns>The parts; they add up to the sum.</returns>
    public static double[] Share(double total, IReadOnlyList<(double Expected, double Variance)> parts)
    {
        if (parts.Count == 0)
        {
            return [];
        }

        var shared = Reconciliation.Of(total, 0, parts);
        var sum = shared.Sum();

        // Parts without any variance give way in proportion all the same: the sum stands fast.
        return Math.Abs(sum - total) <= 1e-9 * Math.Max(1, total) ? shared : sum > 0 ? [.. shared.Select(s => s * total / sum)] : [.. shared.Select(_ => total / parts.Count)];
    }

    /// <summary>The variance of a forecast; 0 where there is none.</summary>
    public static double Variance(SpanForecast? span) => span is null ? 0 : Math.Pow(span.Half80 / Deviations80, 2);

    private static DemandTree Build(string name, IReadOnlyList<DemandHistory> histories, IReadOnlyList<Func<DemandHistory, string>> levels, Func<IReadOnlyList<DemandHistory>, SpanForecast?> span, CancellationToken cancellationToken)
    {
        if (levels.Count == 0)
        {
            return new DemandTree(name, histories, span(histories), []);
        }

        var parts = histories.GroupBy(levels[0]).OrderBy(g => g.Key, StringComparer.Ordinal).AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(g => Build(g.Key, [.. g], [.. levels.Skip(1)], span, cancellationToken)).ToList();
        return new DemandTree(name, histories, span(histories), parts);
    }

    private void Down()
    {
        foreach (var (part, agreed) in Parts.Zip(Share(Agreed, [.. Parts.Select(p => (p.Agreed, p._variance))])))
        {
            part.Agreed = agreed;
            part.Down();
        }
    }
}
