using System.Globalization;
using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Overrides;
using Copilot.Forecasting.Planning;

namespace Copilot.Forecasting.Tools;

/// <summary>Writes safety stock, reorder point and order quantity, whether to order now, and what it rests on.</summary>
internal sealed class ReorderWriter(ForecastPage page, DemandHistory history, StockOutlook stock, PlannerFigures figures)
{
    /// <summary>Days of the year whose demand an order quantity is chosen for.</summary>
    public const int YearDays = 364;

    private const int MostRules = 3;

    /// <summary>Gets what it is about, for people.</summary>
    public string Subject => history.Scope.Product + (history.Scope.Warehouse is { } w ? $" in {w}" : string.Empty);

    private string Unit => history.Unit;

    private string Key => $"{history.Scope.Product}|{history.Scope.Warehouse ?? "-"}";

    /// <summary>What is expected to leave in the coming year, with planners' figures.</summary>
    public double InYear(CleanDemand demand, SeriesForecast forecast) => Span(demand.With(figures.Counted), forecast, YearDays).Total;

    /// <summary>Writes the answer.</summary>
    /// <param name="unplanned">The demand, without planners' figures.</param>
    /// <param name="forecast">Its forecast over the longest lead time.</param>
    /// <param name="inYear">What is expected to leave in the coming year.</param>
    /// <param name="lead">The lead times.</param>
    /// <param name="terms">What is asked for, and what suppliers and rules say.</param>
    public ToolResult Write(CleanDemand unplanned, SeriesForecast forecast, double inYear, LeadTimeBasis lead, ReorderTerms terms)
    {
        var demand = unplanned.With(figures.Counted);
        var days = lead.Days.Select(d => Math.Min(d, YearDays)).ToList();
        var until = LeadTimeDemand.Of(demand, forecast, history.Today, days);
        var span = Span(demand, forecast, lead.Mean);
        var (during, point) = (until.Mean, Math.Ceiling(until.Enough(terms.Service)));
        var safety = Math.Max(0, Math.Ceiling(point - during));

        // How much less would vary if every order took the mean lead time.
        var alone = LeadTimeDemand.Of(demand, forecast, history.Today, [lead.Mean]).Deviation;
        var byLead = until.Deviation > 0 ? Math.Clamp(1 - Math.Pow(alone / until.Deviation, 2), 0, 1) : 0;
        var quantity = ReorderQuantity.Of(inYear, terms, Unit);

        // Orders in the book are part of the demand that is foreseen; what goes beyond that is gone already.
        var beyond = Math.Max(0, stock.Promised.Sum(p => p.Quantity) - during);
        var coming = stock.Coming.Sum(c => c.Quantity);
        var position = stock.OnHand + coming - beyond;
        var now = quantity.Now(point, position, terms.Multiple);
        var next = NextOrder(position, point, span.PerWeek);
        var has = $"{Wording.Number(stock.OnHand)} usable on hand and {Wording.Number(coming)} coming{(beyond > 0 ? $", less {Wording.Number(beyond)} promised beyond the expected demand," : string.Empty)}";
        var service = terms.Service.ToString("0.###%", CultureInfo.InvariantCulture).Replace("%", " %", StringComparison.Ordinal);
        var figure = page.Model(
            $"reorder-point:{Key}",
            $"Reorder point of {Subject}",
            [Wording.QuantityFact("Demand a week", span.PerWeek, Unit), Wording.DaysFact("Lead time", lead.Mean), Wording.DaysFact("Its deviation", lead.Deviation), Wording.QuantityFact("Deviation of demand over the mean lead time", alone, Unit)],
            Wording.QuantityFact("Reorder point", point, Unit),
            $"the stock that is enough until an order arrives with the probability of the service level: for each lead time seen, the forecast of the days until then, gamma distributed with its own uncertainty, and all of them mixed; demand by {forecast.Method} from {Wording.Count(demand.Came.Length, "week", "weeks")}",
            Wording.CodeFact("Product", history.Scope.Product),
            Wording.TextFact("Name", history.ProductName),
            Wording.CodeFact("Warehouse", history.Scope.Warehouse ?? "all"),
            Wording.QuantityFact("Safety stock", safety, Unit),
            Wording.QuantityFact("Demand over the lead time", during, Unit),
            Wording.QuantityFact("Deviation of demand over the lead times", until.Deviation, Unit),
            Wording.PercentFact("Part of lead times in the uncertainty", byLead),
            Wording.DaysFact("Shortest lead time", days.Min()),
            Wording.DaysFact("Longest lead time", days.Max()),
            new Fact("Service level", FactKind.Percent, (terms.Service * 100).ToString("0.###", CultureInfo.InvariantCulture)),
            Wording.NumberFact("Receipts", lead.Receipts),
            Wording.CodeFact("Supplier", terms.Offers is [var o, ..] ? o.Supplier : "unknown"));
        var order = page.Model(
            $"reorder-quantity:{Key}",
            $"Order quantity of {Subject}",
            [Wording.QuantityFact("Demand a year", inYear, Unit), new Fact("Cost of an order", FactKind.Number, ReorderQuantity.Plain(terms.OrderCost)), new Fact("Holding a year", FactKind.Percent, ReorderQuantity.Plain(terms.Holding * 100))],
            Wording.QuantityFact("Order quantity", quantity.Quantity, Unit),
            quantity.Words,
            [
                Wording.QuantityFact("Usable on hand", stock.OnHand, Unit), Wording.QuantityFact("Coming", coming, Unit), Wording.QuantityFact("Promised beyond the expected demand", beyond, Unit), Wording.QuantityFact("Position", position, Unit),
                Wording.QuantityFact("Order now", now, Unit), Wording.NumberFact("Weeks", ReorderQuantity.NoPriceWeeks), Wording.DayFact("Next order", next), new Fact("Price", FactKind.Number, ReorderQuantity.Plain(quantity.Price)), .. ReorderQuantity.Facts(terms),
            ]);
        page.Say(
            FindingRole.Headline,
            $"{Wording.Clean(history.ProductName is { } name ? $"{Subject} ({name})" : Subject, 160)}: reorder at {Wording.Quantity(point, Unit)}, of which {Wording.Number(safety)} are safety stock for a service level of {service}, and order {Wording.Number(quantity.Quantity)} at a time",
            figure,
            order);
        page.Say(FindingRole.Cause, $"About {Wording.Number(during)} leave in the {Wording.Number(lead.Mean)} days an order takes on average, {lead.Words}; demand is {Wording.Number(span.PerWeek)} a week", figure);
        page.Say(
            FindingRole.Cause,
            lead.Deviation > 0
                ? $"With {service} probability no more than {Wording.Number(point)} leave before it arrives: orders took {Wording.Number(days.Min())} to {Wording.Number(days.Max())} days, which {(Wording.Per(byLead) < 1 ? "hardly adds to the uncertainty of the forecast itself" : $"makes {Wording.Percent(byLead)} of the uncertainty, and the forecast itself makes the rest")}"
                : $"With {service} probability no more than {Wording.Number(point)} leave before it arrives, by the forecast and how far off it may be",
            figure);
        page.Say(FindingRole.Cause, quantity.Words, order);
        new PlannerNote(page, history, figures).Say(Span(unplanned, forecast, lead.Mean), span);
        page.Say(
            FindingRole.Advice,
            position <= point
                ? $"Order {Wording.Quantity(now, Unit)} now: {has} are not above the reorder point"
                : $"No order is needed yet: {has} are above the reorder point; at the expected pace the next order is due around {Wording.Day(next)}",
            order,
            figure);
        Rules(terms, point, figure);
        Limits(forecast, lead, figure);
        return page.Finish();
    }

    /// <summary>What the rules in the ERP do today, beside what is worked out.</summary>
    private void Rules(ReorderTerms terms, double point, string figure)
    {
        foreach (var rule in terms.Rules.Take(MostRules))
        {
            var key = page.Model(
                $"stock-rule:{Key}:{rule.Warehouse}",
                $"Stock rule of {history.Scope.Product} in {rule.Warehouse}",
                [Wording.QuantityFact("Minimum", rule.Minimum, Unit), Wording.QuantityFact("Maximum", rule.Maximum, Unit)],
                Wording.QuantityFact("Above the rule", point - rule.Minimum, Unit),
                "the reorder point worked out, less the minimum of the rule",
                Wording.QuantityFact("Difference", Math.Abs(point - rule.Minimum), Unit));
            var compares = terms.Rules.Count == 1 && Math.Abs(point - rule.Minimum) >= 1
                ? $", {Wording.Number(Math.Abs(point - rule.Minimum))} {(point > rule.Minimum ? "below" : "above")} what is worked out here" : string.Empty;
            page.Say(FindingRole.Detail, $"The stock rule for {rule.Warehouse} orders below {Wording.Quantity(rule.Minimum, Unit)}, up to {Wording.Number(rule.Maximum)}{compares}", key, figure);
        }
    }

    private void Limits(SeriesForecast forecast, LeadTimeBasis lead, string figure)
    {
        if (lead.Deviation == 0)
        {
            page.Say(FindingRole.Caveat, "How much the lead time varies is not known, so the safety stock covers the ups and downs of demand only", figure);
        }

        if (forecast.Demand is DemandClass.Intermittent or DemandClass.Lumpy)
        {
            page.Say(FindingRole.Caveat, "Demand often stays away and then comes in lumps: a single large order can still empty the shelf", figure);
        }

        if (history.Scope.Warehouse is null)
        {
            page.Say(FindingRole.Caveat, "All warehouses are taken together; each needs a reorder point of its own where they are supplied apart", figure);
        }
    }

    private SpanForecast Span(CleanDemand demand, SeriesForecast forecast, double days)
        => SpanForecast.Of(demand, forecast, history.Today, history.Today.AddDays((int)Math.Ceiling(Math.Max(days, Weeks.Days)) - 1));

    private DateOnly NextOrder(double position, double point, double perWeek)
        => perWeek > 0 && position > point ? history.Today.AddDays((int)Math.Min(3650, (position - point) / perWeek * Weeks.Days)) : history.Today;
}
