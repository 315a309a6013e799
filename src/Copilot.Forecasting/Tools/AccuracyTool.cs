using Copilot.Contracts;
using Copilot.Forecasting.Accuracy;
using Copilot.Forecasting.Overrides;

namespace Copilot.Forecasting.Tools;

/// <summary>How good the demand forecasts of the last weeks were, against what came and against a naive guess, and where they were bad.</summary>
internal sealed class AccuracyTool(IDemandSource source, IDemandCatalogue catalogue, AccuracyCheck check, OverrideBook overrides) : ForecastTool
{
    private const int MostProducts = 80;
    private const int Standard = 8;
    private const int MostCount = 50;

    /// <inheritdoc/>
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "forecast.accuracy",
        Description = "How accurate the demand forecasts of the last twelve weeks were, for a product or over many by product, category or kind of demand: error, bias, hits of the range, MASE, saving against a naive guess, and what planners' own figures added. "
            + "Not a forecast of demand, and not how accurate stock counts are.",
        Ability = "how good the forecasts were lately, and for which products they are not to be trusted",
        Status = "forecasting past weeks and comparing with what came…",
        Parameters =
        [
            Name("product", SlotKind.Product, "A product's internal reference or name; many products when left out."),
            Name("category", SlotKind.Category, "A product category, with all below it."),
            Name("warehouse", SlotKind.Warehouse, "A warehouse's code or name; all warehouses when left out."),
            new()
            {
                Name = "group",
                Type = ParameterType.Text,
                Slot = SlotKind.Choice,
                Description = "By what the list is: product (default), category, or class for how demand comes.",
                Choices = new Dictionary<string, IReadOnlyList<string>>
                {
                    ["product"] = ["by product", "per product", "which products", "which items"],
                    ["category"] = ["by category", "per category", "which categories", "by product group"],
                    ["class"] = ["by class", "by demand class", "by kind of demand", "by demand pattern"],
                },
            },
            new() { Name = "count", Type = ParameterType.WholeNumber, Slot = SlotKind.Count, Description = "How many to list; 8 when left out, 50 at most." },
        ],
        Touches = [DataClass.Stock],
        MaxRoundTrips = Math.Max(source.HistoryRoundTrips, catalogue.RoundTrips),
    };

    /// <inheritdoc/>
    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ForecastArguments arguments, CancellationToken cancellationToken)
    {
        var scope = arguments.Scope();
        if (scope.Product is not null)
        {
            return await OneAsync(context, scope, cancellationToken);
        }

        var read = await catalogue.EachAsync(context, scope, MostProducts, shelves: false, cancellationToken);
        if (read.Data is not { } data)
        {
            return read.Stop!;
        }

        // In their order, so that the same question gets the same answer.
        var checkedOnes = await Task.Run(
            () => data.Products.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(p => (History: p, Found: check.Of(p, cancellationToken))).ToList(), cancellationToken);
        var found = checkedOnes.Where(p => p.Found is not null).Select(p => new CheckedProduct(p.History.Scope.Product!, p.History.ProductName, p.History.Scope.Category ?? "no category", p.Found!.Value.Class, p.Found.Value.Figures)).ToList();
        var planners = await overrides.OfManyAsync(context.Caller, data.Products, context.Today.AddYears(-1), cancellationToken);
        var added = data.Products.Where(p => p.Record is not null && planners.ContainsKey(p.Record.Id)).SelectMany(p => AddedValue.Of(p, planners[p.Record!.Id].Counted)).ToList();
        return found.Count == 0
            ? Nothing("No product left for customers in enough whole weeks among what you may see, so there are no forecasts to judge.")
            : new AccuracyWriter(new ForecastPage(context), context.Today).Many(data, found, added, arguments.Text("group") ?? "product", (int)Math.Min(arguments.Number("count") ?? Standard, MostCount));
    }

    private async Task<ToolResult> OneAsync(ToolContext context, DemandScope scope, CancellationToken cancellationToken)
    {
        var read = await source.HistoryAsync(context, scope, cancellationToken);
        if (read.Data is not { } data)
        {
            return read.Stop!;
        }

        var planners = await overrides.OfAsync(context.Caller, data, context.Today.AddYears(-1), cancellationToken);
        return check.Of(data, cancellationToken) is { } found
            ? new AccuracyWriter(new ForecastPage(context), context.Today).One(data, found.Figures, found.Class, AddedValue.Of(data, planners.Counted))
            : Nothing($"{data.Scope.Product} left for customers in too few whole weeks to judge forecasts of it.");
    }
}
