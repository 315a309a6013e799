using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Overrides;

namespace Copilot.Forecasting.Tools;

/// <summary>Writes beside a forecast what planners set in place of it: who, when, how much, why.</summary>
internal sealed class PlannerNote(ForecastPage page, DemandHistory history, PlannerFigures figures)
{
    private const int MostNamed = 3;

    /// <summary>Writes what touches a period.</summary>
    /// <param name="forecast">What the forecast by itself expects in it.</param>
    /// <param name="planned">What is expected with the planners' figures.</param>
    /// <returns>The evidence of what is planned; null when planners set nothing for the period.</returns>
    public string? Say(SpanForecast forecast, SpanForecast planned)
    {
        foreach (var part in figures.Parts.Where(f => f.Touches(planned.From, planned.To)).Take(MostNamed))
        {
            page.Say(FindingRole.Caveat, $"{Sentence(part)}; it is for some of the companies you see and not counted here", Evidence(part));
        }

        var counted = figures.Counted.Where(f => f.Touches(planned.From, planned.To)).ToList();
        if (counted.Count == 0)
        {
            return null;
        }

        var key = page.Model(
            $"planned:{history.Scope.Product}|{history.Scope.Warehouse ?? "-"}|{planned.From.DayNumber}|{planned.To.DayNumber}",
            $"Planned demand of {history.Scope.Product}",
            [Wording.QuantityFact("Forecast by itself", forecast.Total, history.Unit), .. counted.Select(f => Wording.QuantityFact("Set by a planner", f.Quantity, history.Unit))],
            Wording.QuantityFact("Planned", planned.Total, history.Unit),
            "the planner's figure, spread over its days by the shares of the weekdays, in place of the forecast of these days; the newest where several hold a day",
            Wording.QuantityFact("Upper end", planned.Upper, history.Unit),
            Wording.DayFact("From", planned.From),
            Wording.DayFact("To", planned.To),
            Wording.NumberFact("Planners' figures", counted.Count));
        foreach (var figure in counted.Take(MostNamed))
        {
            page.Say(FindingRole.Cause, Sentence(figure), Evidence(figure));
        }

        if (counted.Count > MostNamed)
        {
            page.Say(FindingRole.Caveat, $"{Wording.Count(counted.Count, "figure", "figures")} of planners touch these days; the newest are named", key);
        }

        return key;
    }

    /// <summary>The evidence of one figure.</summary>
    public string Evidence(PlannerFigure figure)
        => page.Series(
            $"planner:{figure.Id}",
            $"Planner's figure for {figure.Product}{(figure.Warehouse is { } w ? $" in {w}" : string.Empty)}",
            $"{Wording.Quantity(figure.Quantity, figure.Unit)} from {Wording.Day(figure.From)} to {Wording.Day(figure.To)}, set by {figure.By} on {Wording.Day(Set(figure))}: {figure.Reason}",
            history.Uri,
            [
                Wording.CodeFact("Product", figure.Product), Wording.CodeFact("Warehouse", figure.Warehouse ?? "all"), Wording.QuantityFact("Set", figure.Quantity, figure.Unit), Wording.DayFact("First day", figure.From), Wording.DayFact("Last day", figure.To),
                Wording.TextFact("Set by", figure.By), Wording.DayFact("Set on", Set(figure)), Wording.TextFact("Reason", figure.Reason),
                .. figure.Forecast is { } by ? [Wording.QuantityFact("Forecast at that moment", by, figure.Unit)] : Array.Empty<Fact>(),
            ]);

    /// <summary>One figure in a sentence without its end.</summary>
    public static string Sentence(PlannerFigure figure)
        => $"{Wording.Clean(figure.By, 60)} set {Wording.Quantity(figure.Quantity, figure.Unit)} for {Wording.Day(figure.From)} to {Wording.Day(figure.To)} on {Wording.Day(Set(figure))}, because: {Wording.Clean(figure.Reason, 160)}";

    private static DateOnly Set(PlannerFigure figure) => DateOnly.FromDateTime(figure.At.UtcDateTime);
}
