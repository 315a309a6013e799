using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Overrides;

namespace Copilot.Forecasting.Tools;

/// <summary>At which stock to order a product and how much, from forecast demand, real lead times and the supplier's terms, for a target service level.</summary>
internal sealed class ReorderTool(IDemandSource source, KeptForecasts forecasts, OverrideBook overrides) : ForecastTool
{
    private const double StandardService = 95;
    private const double StandardOrderCost = 50;
    private const double StandardHolding = 20;
    private const int MostLeadWeeks = 52;
    private const double LeastInYear = 1;

    /// <inheritdoc/>
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "forecast.reorder",
        Description = "Safety stock, reorder point and order quantity of a product for a target service level, worked out from forecast demand, how long suppliers really take, their minimum and price breaks and the multiple of the stock rules; whether to order now. "
            + "Not for what existing stock rules ask to order and not for creating an order.",
        Ability = "which safety stock, reorder point and order quantity a product should have",
        Status = "working out safety stock and reorder point…",
        Parameters =
        [
            Name("product", SlotKind.Product, "A product's internal reference or name."),
            Name("warehouse", SlotKind.Warehouse, "A warehouse's code or name; all warehouses when left out."),
            Number("service", "The share of order cycles without a shortage, in per cent, 50 to 99.9; 95 when left out."),
            Number("order_cost", "What placing and receiving one order costs, in the supplier's currency; 50 when left out."),
            Number("holding", "What holding stock costs a year, in per cent of its price; 20 when left out."),
        ],
        Touches = [DataClass.Stock, DataClass.Purchasing],
        MaxRoundTrips = source.HistoryRoundTrips + (2 * source.ArrivalsRoundTrips),
    };

    /// <inheritdoc/>
    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ForecastArguments arguments, CancellationToken cancellationToken)
    {
        var scope = arguments.Scope();
        if (scope.Product is null)
        {
            return scope.Warehouse is null || (await source.HistoryAsync(context, scope, cancellationToken)).Stop is not { } unknown ? Ask("For which product should I work out safety stock and reorder point?") : unknown;
        }

        var (service, orderCost, holding) = (arguments.Number("service") ?? StandardService, arguments.Number("order_cost") ?? StandardOrderCost, arguments.Number("holding") ?? StandardHolding);
        if (service is < 50 or > 99.9 || orderCost <= 0 || holding is <= 0 or > 500)
        {
            return Nothing("A service level is 50 to 99.9 %, the cost of an order is above zero, and holding costs more than 0 and at most 500 % a year.");
        }

        var arrivals = await source.ArrivalsAsync(context, scope, cancellationToken);
        if (arrivals.Data is not { } came)
        {
            return arrivals.Stop!;
        }

        var history = await source.HistoryAsync(context, scope, cancellationToken);
        if (history.Data is not { Stock: { } stock } data)
        {
            return history.Stop ?? Nothing("The stock of it is not known.");
        }

        var lead = LeadTimeBasis.Of(came) ?? (came.Offers is [var offer, ..]
            ? LeadTimeBasis.Of(came, (await source.ArrivalsAsync(context, new DemandScope { Supplier = offer.Supplier }, cancellationToken)).Data)
            : null);
        var writer = new ReorderWriter(new ForecastPage(context), data, stock, await overrides.OfAsync(context.Caller, data, context.Today, cancellationToken));
        if (lead is null || lead.Mean > MostLeadWeeks * Weeks.Days)
        {
            return Nothing($"How long {writer.Subject} takes to come is not known: there are too few receipts, and no supplier price with a lead time that you may see.");
        }

        if (CleanDemand.Of(data) is not { } demand)
        {
            return Nothing($"Nothing of {writer.Subject} left for customers in a whole week since {Wording.Day(data.From)} among what you may see, so there is nothing to plan from.");
        }

        // A year ahead: how much to order at a time is a question of a year's demand, with its season.
        var series = demand.Series(data, writer.Subject);
        var year = forecasts.Forecast(series, SpanForecast.WeeksTo(demand, context.Today.AddDays(ReorderWriter.YearDays - 1)), cancellationToken);
        var near = forecasts.Forecast(series, SpanForecast.WeeksTo(demand, context.Today.AddDays((int)Math.Min(lead.Days.Max(), ReorderWriter.YearDays))), cancellationToken);
        var inYear = writer.InYear(demand, year);
        return inYear < LeastInYear
            ? Nothing($"Hardly any further demand of {writer.Subject} is expected: the last of it left on {Wording.Day(data.Days[^1].Day)}. A reorder point would only keep stock that nobody wants.")
            : writer.Write(demand, near, inYear, lead, new ReorderTerms(service / 100, orderCost, holding / 100, came.Offers, came.Rules));
    }

    private static ToolParameter Number(string name, string description) => new() { Name = name, Type = ParameterType.Number, Slot = SlotKind.None, Description = description };
}
