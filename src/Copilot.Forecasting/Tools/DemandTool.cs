using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Lists;
using Copilot.Forecasting.Overrides;

namespace Copilot.Forecasting.Tools;

/// <summary>What customers will probably take, with the range it will probably stay in, why, how wrong the method was lately, and what to do.</summary>
internal sealed class DemandTool(IDemandSource source, IDemandCatalogue catalogue, KeptForecasts forecasts, OverrideBook overrides) : ForecastTool
{
    private const int StandardDays = 28;

    /// <inheritdoc/>
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "forecast.demand",
        Description = "How much of a product, category or warehouse, or of what a customer buys, will probably be needed in a coming period: expected quantity, range, trend, season, promotions, accuracy of the method lately. "
            + "Not for what was sold, not for stock now, not for what to reorder by rules.",
        Ability = "how much of a product or category will probably be needed in the coming weeks or months, how sure that is and why",
        Status = "forecasting demand from past deliveries…",
        Parameters =
        [
            Name("product", SlotKind.Product, "A product's internal reference or name."),
            Name("category", SlotKind.Category, "A product category, with all below it."),
            Name("warehouse", SlotKind.Warehouse, "A warehouse's code or name; all warehouses when left out."),
            Name("customer", SlotKind.Customer, "A customer's name; all customers when left out."),
            Day("from", SlotKind.PeriodStart, "First day of the period to forecast; today when left out."),
            Day("to", SlotKind.PeriodEnd, "Last day of the period to forecast; four weeks from today when left out, a year at most."),
            new()
            {
                Name = "by",
                Type = ParameterType.Text,
                Slot = SlotKind.Choice,
                Description = "Also in parts that add up to the whole: product, category, warehouse, customer or company.",
                Choices = new Dictionary<string, IReadOnlyList<string>>
                {
                    ["product"] = ["by product", "per product", "by item", "per item", "each product"],
                    ["category"] = ["by category", "per category", "by product group", "each category"],
                    ["warehouse"] = ["by warehouse", "per warehouse", "by site", "per site", "by location", "each warehouse", "every warehouse", "which warehouses", "split by warehouse"],
                    ["customer"] = ["by customer", "per customer", "by client", "each customer", "every customer", "which customers", "split by customer"],
                    ["company"] = ["by company", "per company", "each company", "by legal entity", "per entity"],
                },
            },
        ],
        Touches = [DataClass.Stock],
        MaxRoundTrips = Math.Max(source.HistoryRoundTrips, catalogue.PartsRoundTrips),
    };

    /// <inheritdoc/>
    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ForecastArguments arguments, CancellationToken cancellationToken)
    {
        var scope = arguments.Scope();

        // One product has no products or categories as its parts.
        var by = arguments.Text("by") is { } said && (scope.Product is null || said is not ("product" or "category")) ? said : null;
        if (by is null && scope is { Product: null, Category: null, Customer: null, Warehouse: null })
        {
            return Ask("What should I forecast: which product, category, warehouse or customer?");
        }

        var (period, fault) = ComingPeriod.Of(arguments.Day("from"), arguments.Day("to"), context.Today, StandardDays);
        if (period is null)
        {
            return Nothing(fault!);
        }

        if (by is not null)
        {
            return await PartsAsync(context, scope, period, by, cancellationToken);
        }

        var history = await source.HistoryAsync(context, scope, cancellationToken);
        if (history.Data is not { } data)
        {
            return history.Stop!;
        }

        var planned = await overrides.OfAsync(context.Caller, data, period.From, cancellationToken);
        var writer = new DemandWriter(new ForecastPage(context), data, planned);
        if (CleanDemand.Of(data) is not { } demand)
        {
            return writer.WithoutHistory(period);
        }

        var forecast = forecasts.Forecast(demand.Series(data, writer.Subject), SpanForecast.WeeksTo(demand, period.To), cancellationToken);
        return writer.Write(demand, forecast, SpanForecast.Of(demand, forecast, period.From, period.To), period.IsNext);
    }

    private async Task<ToolResult> PartsAsync(ToolContext context, DemandScope scope, ComingPeriod period, string by, CancellationToken cancellationToken)
    {
        var read = await catalogue.PartsAsync(context, scope, customers: by == "customer", cancellationToken);
        if (read.Data is not { } data)
        {
            return read.Stop!;
        }

        var found = await Task.Run(
            () => Breakdown.Of(data, by, (period.From, period.To), (series, weeks) => forecasts.Forecast(series, weeks, cancellationToken), cancellationToken), cancellationToken);
        return found is null ? Nothing("Nothing left for customers in enough whole weeks among what you may see, so there is nothing to forecast from.") : new BreakdownWriter(new ForecastPage(context), data, period).Write(found, by);
    }
}
