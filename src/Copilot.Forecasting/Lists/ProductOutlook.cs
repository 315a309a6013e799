using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Overrides;
using Copilot.Forecasting.Planning;

namespace Copilot.Forecasting.Lists;

/// <summary>What is foreseen of one product of many until a day.</summary>
internal sealed record ProductOutlook
{
    private const int Year = 52;
    private const double Service = 0.95;
    private const double LeastBefore = 1;

    /// <summary>Gets the product.</summary>
    public required string Code { get; init; }

    /// <summary>Gets its name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets its unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Gets its record.</summary>
    public RecordRef? Record { get; init; }

    /// <summary>Gets where a person opens it.</summary>
    public string? Uri { get; init; }

    /// <summary>Gets what is expected to leave in the period.</summary>
    public required double Expected { get; init; }

    /// <summary>Gets the lower end of the range of four of five.</summary>
    public required double Lower { get; init; }

    /// <summary>Gets the upper end of the range of four of five.</summary>
    public required double Upper { get; init; }

    /// <summary>Gets what is expected in a week.</summary>
    public required double PerWeek { get; init; }

    /// <summary>Gets what left in a week over the last 52; null where the history is shorter or hardly anything left.</summary>
    public double? Before { get; init; }

    /// <summary>Gets a value indicating whether growth or decline goes beyond the range of four of five, so that it is more than chance.</summary>
    public bool IsClear { get; init; }

    /// <summary>Gets a value indicating whether a planner's figure is in it.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Gets usable stock; null where it was not read.</summary>
    public double? OnHand { get; init; }

    /// <summary>Gets open receipts due in the period.</summary>
    public double Coming { get; init; }

    /// <summary>Gets the first day on which more is expected to have left than is there; null when it lasts.</summary>
    public DateOnly? RunsOut { get; init; }

    /// <summary>Gets the chance of running out in the period, 0 to 1.</summary>
    public double Chance { get; init; }

    /// <summary>Gets what more would make it last with 95 % probability.</summary>
    public double Missing { get; init; }

    /// <summary>Gets the growth against the last 52 weeks as a share; null where there is nothing to compare with.</summary>
    public double? Growth => Before is { } before ? (PerWeek / before) - 1 : null;

    /// <summary>Works it out.</summary>
    /// <param name="history">The product's history, with its shelf where stock matters.</param>
    /// <param name="figures">What planners set for it, the newest first.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="forecast">Makes the forecast of a series for so many weeks.</param>
    /// <returns>The outlook; null when too little left to forecast from.</returns>
    public static ProductOutlook? Of(DemandHistory history, IReadOnlyList<PlannerFigure> figures, DateOnly from, DateOnly to, Func<TimeSeries, int, SeriesForecast> forecast)
    {
        if (CleanDemand.Of(history) is not { } cleaned)
        {
            return null;
        }

        var ahead = forecast(cleaned.Series(history, history.Scope.Product!), SpanForecast.WeeksTo(cleaned, to));
        var demand = cleaned.With(figures);
        var span = SpanForecast.Of(demand, ahead, from, to);
        var before = cleaned.Came.Length >= Year ? cleaned.Came.TakeLast(Year).Average() : 0;
        var plain = new ProductOutlook
        {
            Code = history.Scope.Product!,
            Name = history.ProductName,
            Unit = history.Unit,
            Record = history.Record,
            Uri = history.Uri,
            Expected = span.Total,
            Lower = span.Lower,
            Upper = span.Upper,
            PerWeek = span.PerWeek,
            Before = before >= LeastBefore ? before : null,
            IsClear = before >= LeastBefore && Math.Abs(span.Total - (before * span.Length)) > span.Half80,
            IsPlanned = figures.Any(f => f.Touches(from, to)),
        };
        if (history.Stock is not { } stock)
        {
            return plain;
        }

        var shelf = new ShelfLife(demand, ahead, stock, history.Today);
        return plain with { OnHand = stock.OnHand, Coming = shelf.Coming(to), RunsOut = shelf.RunsOut(to), Chance = shelf.Worst(to).Chance, Missing = Math.Max(0, shelf.Missing(to, Service)) };
    }
}
