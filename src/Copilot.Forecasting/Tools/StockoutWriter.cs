using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Overrides;
using Copilot.Forecasting.Planning;

namespace Copilot.Forecasting.Tools;

/// <summary>Writes the risk of running out: the chance, the day, what it rests on, what to do.</summary>
internal sealed class StockoutWriter(ForecastPage page, DemandHistory history, StockOutlook stock, PlannerFigures figures)
{
    private const double Service = 0.95;
    private const double Certain = 0.99;

    /// <summary>Gets what it is about, for people.</summary>
    public string Subject => history.Scope.Product + (history.Scope.Warehouse is { } w ? $" in {w}" : string.Empty);

    private string Unit => history.Unit;

    /// <summary>Writes the answer.</summary>
    public ToolResult Write(CleanDemand unplanned, SeriesForecast forecast, DateOnly to, DateOnly last)
    {
        var demand = unplanned.With(figures.Counted);
        var shelf = new ShelfLife(demand, forecast, stock, history.Today);
        var (chance, worst) = shelf.Worst(to);
        var runsOut = shelf.RunsOut(last);
        var need = shelf.Leaving(to);
        var missing = shelf.Missing(to, Service);
        var span = SpanForecast.Of(demand, forecast, history.Today, to);
        var perWeek = span.PerWeek;
        var figure = page.Model(
            $"stockout:{history.Scope.Product}|{history.Scope.Warehouse ?? "-"}",
            $"Risk that {Subject} runs out",
            [Wording.QuantityFact("Usable on hand", stock.OnHand, Unit), Wording.QuantityFact("Expected to leave", need.Expected, Unit), Wording.QuantityFact("Standard deviation", need.Deviation, Unit)],
            Risk(chance),
            $"weekly forecast by {forecast.Method} from {Wording.Count(demand.Came.Length, "week", "weeks")}; the chance that more leaves until a day than is there by then, on the worst day, with demand over some weeks taken as normal",
            [
                Wording.CodeFact("Product", history.Scope.Product), Wording.TextFact("Name", history.ProductName), Wording.CodeFact("Warehouse", history.Scope.Warehouse ?? "all"), Wording.DayFact("Until", to), Wording.DayFact("Worst day", worst),
                Wording.QuantityFact("Coming until then", shelf.Coming(to), Unit), Wording.QuantityFact("Promised to customers", stock.Promised.Sum(p => p.Quantity), Unit), Wording.QuantityFact("Overdue receipts", shelf.Overdue, Unit), Wording.DayFact("Overdue receipts count from", shelf.OverdueFrom), Wording.QuantityFact("A week", perWeek, Unit),
                Wording.QuantityFact("Missing for 95 %", missing, Unit), new Fact("Service", FactKind.Percent, "95"), Wording.DayFact("Looked ahead to", last), Wording.NumberFact("Weeks of history", demand.Came.Length),
                .. runsOut is { } day ? [Wording.DayFact("Expected to run out", day)] : Array.Empty<Fact>(),
            ]);
        page.Say(
            FindingRole.Headline,
            $"{Wording.Clean(history.ProductName is { } name ? $"{Subject} ({name})" : Subject, 160)}: {Words(chance)} of running out by {Wording.Day(to)}; "
                + (runsOut is { } gone ? $"at the expected pace it is gone around {Wording.Day(gone)}" : $"at the expected pace it lasts beyond {Wording.Day(last)}"),
            figure);
        var coming = stock.Coming.Where(c => c.Day <= to).ToList();
        var receipts = coming.Count == 0 ? null : page.Series(
            $"coming:{history.Scope.Product}|{history.Scope.Warehouse ?? "-"}",
            $"Open receipts of {Subject}",
            string.Join("; ", coming.Take(8).Select(c => $"{Wording.Day(c.Day)}: {Wording.Quantity(c.Quantity, Unit)}")),
            history.Uri,
            coming.Take(8).SelectMany(c => new[] { Wording.DayFact("Expected", c.Day), Wording.QuantityFact("Quantity", c.Quantity, Unit) }));
        page.Say(
            FindingRole.Cause,
            $"{Wording.Quantity(stock.OnHand, Unit)} usable on hand, {(receipts is null ? "nothing coming" : $"{Wording.Number(shelf.Coming(to))} coming, first {Wording.Number(coming[0].Quantity)} due on {Wording.Day(coming[0].Day)},")} against about {Wording.Number(need.Expected)} expected or promised to leave by then; demand is about {Wording.Number(perWeek)} a week",
            receipts is null ? [figure] : [figure, receipts]);
        new PlannerNote(page, history, figures).Say(SpanForecast.Of(unplanned, forecast, history.Today, to), span);
        page.Say(
            FindingRole.Advice,
            missing <= 0 ? $"Nothing has to be done for this period: it lasts with more than 95 % probability"
                : runsOut is { } before && before <= to ? $"Get at least {Wording.Quantity(missing, Unit)} more before {Wording.Day(worst)}, by an order, a transfer or an earlier receipt, so that it lasts with 95 % probability"
                : $"{Wording.Quantity(missing, Unit)} more before {Wording.Day(worst)} would make it last with 95 % probability",
            figure);
        if (shelf.Overdue > 0)
        {
            page.Say(FindingRole.Caveat, $"{Wording.Quantity(shelf.Overdue, Unit)} of the receipts are overdue; they count from {Wording.Day(shelf.OverdueFrom)}, a week ahead", figure);
        }

        if (history.Scope.Warehouse is null)
        {
            page.Say(FindingRole.Caveat, "All warehouses are taken together; one of them can run out earlier than the others", figure);
        }

        if (forecast.Demand is DemandClass.Intermittent or DemandClass.Lumpy)
        {
            page.Say(FindingRole.Caveat, "Demand often stays away and then comes in lumps: a single large order can empty the shelf earlier", figure);
        }

        return page.Finish();
    }

    // Nobody knows a chance of one in a thousand: both ends are told as what they are.
    private static Fact Risk(double chance) => Wording.PercentFact("Risk", Math.Clamp(chance, 1 - Certain, Certain));

    private static string Words(double chance) => chance >= Certain ? "more than 99 % risk" : chance <= 1 - Certain ? "less than 1 % risk" : $"{Wording.Percent(chance)} risk";
}
