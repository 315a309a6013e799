using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;

namespace Copilot.Forecasting.Lists;

/// <summary>
/// The forecast of many products together and of its parts, whose sums agree. Companies, their warehouses and the categories in these are one tree, whatever parts are asked for, so that all ways to part the same demand
/// have the same sum; products are agreed with the sum of their category, customers with the whole.
/// </summary>
internal sealed record Breakdown
{
    private const int MostParts = 200;
    private const int MostCustomers = 40;
    private const int Lately = 91;
    private const string OtherProducts = "other products";

    /// <summary>Gets the unit that is added up.</summary>
    public required string Unit { get; init; }

    /// <summary>Gets how many products are added up.</summary>
    public required int Products { get; init; }

    /// <summary>Gets how many are left out because they are counted in another unit.</summary>
    public required int OtherUnits { get; init; }

    /// <summary>Gets what the sum was forecast as by itself.</summary>
    public required double Alone { get; init; }

    /// <summary>Gets what the parts were forecast as by themselves, added up.</summary>
    public required double PartsAlone { get; init; }

    /// <summary>Gets the sum that all agree on.</summary>
    public required double Total { get; init; }

    /// <summary>Gets half the width of the sum's range of four of five.</summary>
    public required double Half80 { get; init; }

    /// <summary>Gets the parts, the largest first; they add up to <see cref="Total"/>.</summary>
    public required IReadOnlyList<BreakdownPart> Parts { get; init; }

    /// <summary>Works it out.</summary>
    /// <param name="data">The histories by product and warehouse, and by customer where these are asked for.</param>
    /// <param name="by">What the parts are: product, category, warehouse, company or customer.</param>
    /// <param name="period">The days.</param>
    /// <param name="forecast">Makes the forecast of a series for so many weeks.</param>
    /// <param name="cancellationToken">Stops between two parts.</param>
    /// <returns>The parts and the sum; null when nothing left to forecast from.</returns>
    public static Breakdown? Of(DemandHistories data, string by, (DateOnly From, DateOnly To) period, Func<TimeSeries, int, SeriesForecast> forecast, CancellationToken cancellationToken)
    {
        var units = data.Products.GroupBy(p => p.Unit).OrderByDescending(g => g.Select(p => p.Scope.Product).Distinct().Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (units.Count == 0)
        {
            return null;
        }

        var counted = units[0].ToList();
        SpanForecast? Span(IReadOnlyList<DemandHistory> histories) => SpanOf(histories, period, forecast);
        var tree = DemandTree.Of("all", counted, [h => h.Company ?? string.Empty, h => h.Scope.Warehouse ?? string.Empty, Category], Span, cancellationToken);
        if (tree.Own is not { } whole)
        {
            return null;
        }

        List<BreakdownPart> parts = by switch
        {
            "company" => [.. tree.Parts.Select(p => Of(p) with { Inner = p.Parts.Count > 1 ? [.. p.Parts.Select(w => (w.Name, w.Agreed))] : [] })],
            "warehouse" => [.. tree.Parts.SelectMany(p => p.Parts).Select(Of)],
            "category" => [.. tree.Ends.GroupBy(e => e.Name).Select(g => Of(g.Key, g.Sum(e => e.Agreed), g.Count() == 1 ? g.First().Own : Span([.. g.SelectMany(e => e.Histories)])))],
            "customer" => Shared(tree.Agreed, counted, Named(counted, h => h.Scope.Customer ?? string.Empty, MostCustomers, "other customers"), Span, cancellationToken),
            _ => ByProduct(tree, counted, Span, cancellationToken),
        };
        return new Breakdown
        {
            Unit = units[0].Key,
            Products = Different(counted),
            OtherUnits = Different(data.Products) - Different(counted),
            Alone = whole.Total,
            PartsAlone = parts.Sum(p => p.Alone),
            Total = tree.Agreed,
            Half80 = whole.Half80,
            Parts = [.. parts.Where(p => p.Expected > 0 || p.Half80 > 0).OrderByDescending(p => p.Expected).ThenBy(p => p.Name, StringComparer.Ordinal)],
        };
    }

    private static string Category(DemandHistory history) => history.Scope.Category is { Length: > 0 } category ? category : "no category";

    private static int Different(IEnumerable<DemandHistory> histories) => histories.Select(h => h.Scope.Product).Distinct().Count();

    private static BreakdownPart Of(DemandTree part) => Of(part.Name, part.Agreed, part.Own);

    private static BreakdownPart Of(string name, double agreed, SpanForecast? own) => new(name, agreed, own?.Half80 ?? 0) { Alone = own?.Total ?? 0 };

    /// <summary>Products within their categories; what goes beyond the busiest is one part.</summary>
    private static List<BreakdownPart> ByProduct(DemandTree tree, List<DemandHistory> counted, Func<IReadOnlyList<DemandHistory>, SpanForecast?> span, CancellationToken cancellationToken)
    {
        var named = Named(counted, h => h.Scope.Product!, MostParts, OtherProducts);
        return [.. tree.Ends.GroupBy(e => e.Name).SelectMany(g => Shared(g.Sum(e => e.Agreed), [.. g.SelectMany(e => e.Histories)], named, span, cancellationToken)).GroupBy(p => p.Name).Select(Together)];
    }

    private static BreakdownPart Together(IEnumerable<BreakdownPart> same)
    {
        var parts = same.ToList();
        return parts is [var one] ? one : new BreakdownPart(parts[0].Name, parts.Sum(p => p.Expected), Math.Sqrt(parts.Sum(p => p.Half80 * p.Half80))) { Alone = parts.Sum(p => p.Alone) };
    }

    /// <summary>Parts that are agreed with a sum that stands fast.</summary>
    private static List<BreakdownPart> Shared(double total, List<DemandHistory> histories, Func<DemandHistory, string> name, Func<IReadOnlyList<DemandHistory>, SpanForecast?> span, CancellationToken cancellationToken)
    {
        var own = histories.GroupBy(name).OrderBy(g => g.Key, StringComparer.Ordinal).AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(g => (g.Key, Span: span([.. g]))).ToList();
        return [.. own.Zip(DemandTree.Share(total, [.. own.Select(o => (o.Span?.Total ?? 0, DemandTree.Variance(o.Span)))]), (o, agreed) => Of(o.Key, agreed, o.Span))];
    }

    /// <summary>Names the parts in which most often something left lately; all others have one name together.</summary>
    private static Func<DemandHistory, string> Named(List<DemandHistory> histories, Func<DemandHistory, string> part, int most, string others)
    {
        var since = histories[0].Today.AddDays(-Lately);
        var named = histories.GroupBy(part).OrderByDescending(g => g.Sum(h => h.Days.Count(d => d.Day >= since))).ThenBy(g => g.Key, StringComparer.Ordinal).Take(most).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return history => part(history) is var name && named.Contains(name) ? name : others;
    }

    private static SpanForecast? SpanOf(IReadOnlyList<DemandHistory> histories, (DateOnly From, DateOnly To) period, Func<TimeSeries, int, SeriesForecast> forecast)
        => Sum(histories) is var sum && CleanDemand.Of(sum) is { } demand ? SpanForecast.Of(demand, forecast(demand.Series(sum, sum.Scope.Product!), SpanForecast.WeeksTo(demand, period.To)), period.From, period.To) : null;

    /// <summary>Several histories as one.</summary>
    private static DemandHistory Sum(IReadOnlyList<DemandHistory> histories) => histories is [var one] ? one : new DemandHistory
    {
        Scope = histories[0].Scope,
        Unit = histories[0].Unit,
        From = histories[0].From,
        Today = histories[0].Today,
        Products = histories.Count,
        Closed = histories[0].Closed,
        Days = [.. histories.SelectMany(p => p.Days).GroupBy(d => d.Day).OrderBy(g => g.Key).Select(g => new DemandDay(g.Key, g.Sum(d => d.Delivered), g.Sum(d => d.Returned)))],
    };
}
