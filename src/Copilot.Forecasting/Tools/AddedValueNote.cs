using Copilot.Contracts;
using Copilot.Forecasting.Overrides;

namespace Copilot.Forecasting.Tools;

/// <summary>Writes whether planners' own figures were better than the forecasts they took the place of.</summary>
internal sealed class AddedValueNote(ForecastPage page)
{
    private const int MostNamed = 3;
    private const string Formula = "forecast value added (Gilliland): the forecast's distance from what came less the planner's, over the figures whose periods are over, as a share of what came in them";

    /// <summary>Writes it; nothing where no figure's period is over.</summary>
    public void Say(IReadOnlyList<AddedValue> added)
    {
        var came = added.Sum(a => a.Came);
        if (added.Count == 0 || came <= 0)
        {
            return;
        }

        var (planner, forecast, better) = (added.Sum(a => a.PlannerError) / came, added.Sum(a => a.ForecastError) / came, added.Count(a => a.PlannerError < a.ForecastError));
        var gain = forecast - planner;
        var key = page.Model(
            $"added:{string.Join('|', added.Select(a => a.Figure.Product).Distinct())}",
            "Forecast value added by planners",
            [Wording.PercentFact("Planners off by", planner), Wording.PercentFact("Forecast off by", forecast)],
            Wording.PercentFact("Forecast value added", gain),
            Formula,
            Wording.PercentFact("Size of it", Math.Abs(gain)),
            Wording.NumberFact("Figures whose periods are over", added.Count),
            Wording.NumberFact("Of these nearer than the forecast", better));
        page.Say(
            FindingRole.Detail,
            $"Planners set {Wording.Count(added.Count, "figure", "figures")} of their own for periods that are over: they were off by {Wording.Percent(planner)}, the forecasts in their place would have been off by {Wording.Percent(forecast)}, so planning by hand "
                + (Wording.Per(Math.Abs(gain)) == 0 ? "changed nothing" : $"{(gain > 0 ? "saved" : "cost")} {Wording.Percent(Math.Abs(gain))} of what came (forecast value added); {Wording.Number(better)} of {Wording.Number(added.Count)} {(better == 1 ? "was" : "were")} nearer than the forecast"),
            key);
        foreach (var one in added.Take(MostNamed))
        {
            var figure = one.Figure;
            page.Say(
                FindingRole.Detail,
                $"{Wording.Clean(figure.By, 60)} set {Wording.Quantity(figure.Quantity, figure.Unit)} of {figure.Product} for {Wording.Day(figure.From)} to {Wording.Day(figure.To)}; the forecast said {Wording.Number(one.Forecast)} and {Wording.Number(one.Came)} came",
                page.Series(
                    $"added:{figure.Id}",
                    $"Planner's figure, forecast and what came of {figure.Product}",
                    $"set {Wording.Quantity(figure.Quantity, figure.Unit)}, forecast {Wording.Quantity(one.Forecast, figure.Unit)}, came {Wording.Quantity(one.Came, figure.Unit)}; because: {figure.Reason}",
                    null,
                    Wording.CodeFact("Product", figure.Product),
                    Wording.QuantityFact("Set", figure.Quantity, figure.Unit),
                    Wording.QuantityFact("Forecast", one.Forecast, figure.Unit),
                    Wording.QuantityFact("Came", one.Came, figure.Unit),
                    Wording.DayFact("From", figure.From),
                    Wording.DayFact("To", figure.To)));
        }
    }
}
