using Copilot.Contracts;
using Copilot.Forecasting.Lists;
using Copilot.Forecasting.Overrides;

namespace Copilot.Forecasting.Tools;

/// <summary>Many products at once by what is foreseen of them: what runs out until a day, what grows, shrinks, or is needed most.</summary>
internal sealed class OutlookTool(IDemandCatalogue catalogue, KeptForecasts forecasts, OverrideBook overrides) : ForecastTool
{
    private const int MostProducts = 400;
    private const int StandardDays = 21;
    private const int Standard = 10;
    private const int MostCount = 50;

    /// <inheritdoc/>
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "forecast.outlook",
        Description = "Lists products by their demand forecasts: which will run out until a coming day, which grow or shrink most, which are needed most; of a category, warehouse or supplier. "
            + "Not for one product, not for what stock rules ask to reorder, not for what was sold.",
        Ability = "which products will run out in a coming period, and which grow or shrink most by their forecasts",
        Status = "forecasting all products in question…",
        Parameters =
        [
            new()
            {
                Name = "list",
                Type = ParameterType.Text,
                Slot = SlotKind.Choice,
                Description = "run_out (default) for what will run out in the period, growth or decline against the last year, demand for what is needed most.",
                Choices = new Dictionary<string, IReadOnlyList<string>>
                {
                    ["run_out"] = ["run out", "runs out", "running out", "out of stock", "stock-out", "stockout", "go empty", "short"],
                    ["growth"] = ["growth", "grow", "grows", "growing", "trending", "trend", "trends", "rising", "rise", "increase", "increasing", "going up", "fastest"],
                    ["decline"] = ["decline", "declining", "shrink", "shrinking", "falling", "fall", "decrease", "decreasing", "going down", "dropping"],
                    ["demand"] = ["highest demand", "most needed", "most demanded", "expected demand", "highest forecast", "largest forecast", "need most", "sell most"],
                },
            },
            Name("category", SlotKind.Category, "A product category, with all below it."),
            Name("warehouse", SlotKind.Warehouse, "A warehouse's code or name; all warehouses when left out."),
            Name("supplier", SlotKind.Supplier, "Only products that this supplier offers."),
            Day("to", SlotKind.PeriodEnd, "Last day of the period; three weeks from today when left out, a year at most."),
            new() { Name = "count", Type = ParameterType.WholeNumber, Slot = SlotKind.Count, Description = "How many to list; 10 when left out, 50 at most." },
        ],
        Touches = [DataClass.Stock],
        MaxRoundTrips = catalogue.RoundTrips,
    };

    /// <inheritdoc/>
    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ForecastArguments arguments, CancellationToken cancellationToken)
    {
        var (period, fault) = ComingPeriod.Of(null, arguments.Day("to"), context.Today, StandardDays);
        if (period is null)
        {
            return Nothing(fault!);
        }

        var list = arguments.Text("list") ?? "run_out";
        var read = await catalogue.EachAsync(context, arguments.Scope(), MostProducts, shelves: list == "run_out", cancellationToken);
        if (read.Data is not { } data)
        {
            return read.Stop!;
        }

        var planned = await overrides.OfManyAsync(context.Caller, data.Products, context.Today, cancellationToken);

        // In their order, so that the same question gets the same answer.
        var found = await Task.Run(
            () => data.Products.AsParallel().AsOrdered().WithCancellation(cancellationToken)
                .Select(p => ProductOutlook.Of(p, p.Record is { } r && planned.TryGetValue(r.Id, out var figures) ? figures.Counted : [], period.From, period.To, (series, weeks) => forecasts.Forecast(series, weeks, cancellationToken)))
                .OfType<ProductOutlook>().ToList(),
            cancellationToken);
        var writer = new OutlookWriter(new ForecastPage(context), data, period, (int)Math.Min(arguments.Number("count") ?? Standard, MostCount));
        return found.Count == 0 ? Nothing($"No product{writer.Where} left for customers in enough whole weeks among what you may see, so there is nothing to forecast from.")
            : list == "run_out" ? writer.RunOut(found)
            : writer.Ranked(found, list);
    }
}
