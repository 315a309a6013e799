using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Overrides;

namespace Copilot.Forecasting.Tools;

/// <summary>How probable it is that a product runs out before a day, when it will, and what would prevent it.</summary>
internal sealed class StockoutTool(IDemandSource source, KeptForecasts forecasts, OverrideBook overrides) : ForecastTool
{
    private const int StandardDays = 42;
    private const int MostDays = 182;

    // So far the forecast reaches that lists of products and questions about some weeks rest on, too.
    private const int NearDays = 84;

    /// <inheritdoc/>
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "forecast.stockout_risk",
        Description = "The probability that a product runs out until a coming day, from forecast demand with its uncertainty, usable stock and open receipts; the day it is expected to run out and what would prevent it. "
            + "One product at a time; not for a list of what runs out by stock rules.",
        Ability = "how probable it is that a product runs out, and when",
        Status = "weighing stock and receipts against forecast demand…",
        Parameters =
        [
            Name("product", SlotKind.Product, "A product's internal reference or name."),
            Name("warehouse", SlotKind.Warehouse, "A warehouse's code or name; all warehouses when left out."),
            Day("to", SlotKind.PeriodEnd, "The day until which it should last; six weeks from today when left out, half a year at most."),
        ],
        Touches = [DataClass.Stock],
        MaxRoundTrips = source.HistoryRoundTrips,
    };

    /// <inheritdoc/>
    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ForecastArguments arguments, CancellationToken cancellationToken)
    {
        var scope = arguments.Scope();
        if (scope.Product is null)
        {
            // A warehouse that does not exist is told first.
            return scope.Warehouse is null || (await source.HistoryAsync(context, scope, cancellationToken)).Stop is not { } unknown ? Ask("For which product should I work out the risk of running out?") : unknown;
        }

        var to = ComingPeriod.Next(arguments.Day("to"), context.Today) ?? context.Today.AddDays(StandardDays);
        if (to <= context.Today || to.DayNumber - context.Today.DayNumber > MostDays)
        {
            return Nothing($"I can tell the risk for days to come, up to half a year: {Wording.Day(to)} is not among them.");
        }

        var history = await source.HistoryAsync(context, scope, cancellationToken);
        if (history.Data is not { Stock: { } stock } data)
        {
            return history.Stop ?? Nothing("The stock of it is not known.");
        }

        var writer = new StockoutWriter(new ForecastPage(context), data, stock, await overrides.OfAsync(context.Caller, data, context.Today, cancellationToken));
        if (CleanDemand.Of(data) is not { } demand)
        {
            return Nothing($"Nothing of {writer.Subject} left for customers in a whole week since {Wording.Day(data.From)} among what you may see, so no demand can be foreseen.");
        }

        var last = context.Today.AddDays(to.DayNumber - context.Today.DayNumber <= NearDays ? NearDays : MostDays);
        var forecast = forecasts.Forecast(demand.Series(data, writer.Subject), SpanForecast.WeeksTo(demand, last), cancellationToken);
        return writer.Write(demand, forecast, to, last);
    }
}
