using Copilot.Contracts;

namespace Copilot.Forecasting.Unusual;

/// <summary>
/// Tells which new figures of a kind are far from what is usual for their group. Sizes are compared as logarithms with the group's median, in median absolute deviations (Iglewicz and Hoaglin 1993), after the usual level of
/// the month. How far is far is not taken from a textbook's bell curve but from how far the kind's own earlier figures were off, each compared with the others of its group: so no more than one in so many usual
/// figures is told, however they are spread (conformal, Vovk et al. 2005).
/// </summary>
internal sealed class UnusualCheck
{
    /// <summary>Of so many usual figures one may be told by chance.</summary>
    public const int Rarity = 1000;

    /// <summary>Earlier figures of a kind that are needed at least.</summary>
    public const int Least = 100;

    private const int LeastOfGroup = 8;
    private const int LeastOfPartner = 6;
    private const int MostOfGroup = 200;
    private const int LeastOfMonth = 30;

    private UnusualCheck(IReadOnlyList<UnusualFigure> found, int looked, IReadOnlyList<Observed> passed, int earlier) => (Found, Looked, Unjudged, Earlier) = (found, looked, passed, earlier);

    /// <summary>Gets what stands out, the most unusual first.</summary>
    public IReadOnlyList<UnusualFigure> Found { get; }

    /// <summary>Gets how many new figures were judged.</summary>
    public int Looked { get; }

    /// <summary>Gets those that could not be, as their group or the whole kind has too few earlier ones; the largest first.</summary>
    public IReadOnlyList<Observed> Unjudged { get; }

    /// <summary>Gets how many these are.</summary>
    public int Passed => Unjudged.Count;

    /// <summary>Gets with how many earlier figures they were compared.</summary>
    public int Earlier { get; }

    /// <summary>Gets how many of those judged would stand out by chance alone.</summary>
    public double ByChance => (double)Looked / Math.Min(Rarity, Earlier + 1);

    /// <summary>Judges the figures of one kind since a day.</summary>
    /// <param name="figures">All figures of the kind.</param>
    /// <param name="since">New are those from this day on that are asked about; the earlier ones they are compared with.</param>
    public static UnusualCheck Of(IReadOnlyList<Observed> figures, DateOnly since)
    {
        var fresh = figures.Where(f => f.Day >= since && f.IsAsked && f.Value > 0).ToList();
        var groups = figures.Where(f => f.Day < since && f.Value > 0).GroupBy(Wide).ToList();
        var months = Months(groups);
        var earlier = groups.SelectMany(g => g.OrderByDescending(f => f.Day).ThenBy(f => f.Document, StringComparer.Ordinal).Take(MostOfGroup)).ToList();
        double Log(Observed figure) => Math.Log(figure.Value) - months[figure.Day.Month];

        // A price is that of a partner where the partner has enough of them, else that of the product; a corrected quantity that of the product, else that of the warehouse.
        var known = earlier.GroupBy(Narrow).Where(g => g.Count() >= LeastOfPartner).Concat(earlier.GroupBy(Wide).Where(g => g.Count() >= LeastOfGroup))
            .DistinctBy(g => g.Key).ToDictionary(g => g.Key, g => (Level: new Level([.. g.Select(Log)]), Figures: g.ToList()));
        (string, string, string)? Among(Observed figure) => known.ContainsKey(Narrow(figure)) ? Narrow(figure) : known.ContainsKey(Wide(figure)) ? Wide(figure) : null;
        var scores = known.SelectMany(k => k.Value.Level.Scores().Zip(k.Value.Figures).Where(f => Among(f.Second) == k.Key).Select(f => f.First)).Order().ToArray();
        var judged = fresh.Where(f => Among(f) is not null).ToList();
        if (scores.Length < Least)
        {
            return new UnusualCheck([], 0, Largest(fresh), scores.Length);
        }

        var rarity = Math.Min(Rarity, scores.Length + 1);
        var found = judged.Select(f => (Figure: f, known[Among(f)!.Value].Level)).Select(f => (f.Figure, f.Level, Score: f.Level.Score(Log(f.Figure))))
            .Select(f => (f.Figure, f.Level, f.Score, OneIn: (scores.Length + 1) / (1 + (scores.Length - Below(scores, f.Score)))))
            .Where(f => f.OneIn >= rarity)
            .OrderByDescending(f => f.Score).ThenBy(f => f.Figure.Document, StringComparer.Ordinal)
            .Select(f => new UnusualFigure(f.Figure, Math.Exp(f.Level.Middle + months[f.Figure.Day.Month]), f.Level.Count, f.OneIn)).ToList();
        return new UnusualCheck(found, judged.Count, Largest(fresh.Where(f => Among(f) is null)), scores.Length);
    }

    private static List<Observed> Largest(IEnumerable<Observed> figures) => [.. figures.OrderByDescending(f => f.Value).ThenBy(f => f.Document, StringComparer.Ordinal).ThenBy(f => f.Whose, StringComparer.Ordinal)];

    private static (string Group, string Unit, string Whose) Wide(Observed figure) => (figure.Group, figure.Unit, string.Empty);

    private static (string Group, string Unit, string Whose) Narrow(Observed figure)
        => (figure.Group, figure.Unit, figure.Kind is ObservedKind.SalesPrice or ObservedKind.PurchasePrice or ObservedKind.AdjustedQuantity ? figure.Whose : string.Empty);

    // How far a month's figures are off their groups' medians as a rule; nothing where a month has few.
    private static double[] Months(IEnumerable<IGrouping<(string, string, string), Observed>> groups)
    {
        var off = groups.Where(g => g.Count() >= LeastOfGroup).SelectMany(g =>
        {
            var middle = Level.Median([.. g.Select(f => Math.Log(f.Value)).Order()]);
            return g.Select(f => (f.Day.Month, Off: Math.Log(f.Value) - middle));
        }).ToLookup(f => f.Month, f => f.Off);
        return [0, .. Enumerable.Range(1, 12).Select(m => off[m].Order().ToArray() is { Length: >= LeastOfMonth } known ? Level.Median(known) : 0)];
    }

    // How many scores are below one.
    private static int Below(double[] scores, double score)
    {
        var (low, high) = (0, scores.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = scores[middle] < score ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
