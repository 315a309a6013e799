using Copilot.Contracts;

namespace Copilot.Forecasting.Tools;

/// <summary>How long suppliers really take, how sure a date is, whether it becomes worse, and with how many days to plan.</summary>
internal sealed class LeadTimeTool(IDemandSource source) : ForecastTool
{
    private const int LeastReceipts = 3;
    private const int LeastOfFirst = 5;

    /// <inheritdoc/>
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "forecast.lead_time",
        Description = "How long a supplier will probably take from order to receipt, for all it delivers or for one product: spread of past lead times, probability to be on time, trend, arrival of an order placed today. "
            + "Not for a single late receipt and not for a ranking of suppliers.",
        Ability = "how long a supplier or product will take to come, and how probable it is to be on time",
        Status = "looking at how long past orders took…",
        Parameters =
        [
            Name("supplier", SlotKind.Supplier, "A supplier's name; all suppliers of the product when left out."),
            Name("product", SlotKind.Product, "A product's internal reference or name; all products of the supplier when left out."),
            Name("warehouse", SlotKind.Warehouse, "A warehouse's code or name; all warehouses when left out."),
        ],
        Touches = [DataClass.Purchasing],
        MaxRoundTrips = source.ArrivalsRoundTrips,
    };

    /// <inheritdoc/>
    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ForecastArguments arguments, CancellationToken cancellationToken)
    {
        var scope = arguments.Scope();
        if (scope is { Supplier: null, Product: null })
        {
            return Ask("Whose lead time do you mean: which supplier or product?");
        }

        var read = await source.ArrivalsAsync(context, scope, cancellationToken);
        if (read.Data is not { } data)
        {
            return read.Stop!;
        }

        // Who asks about a product orders it from its first supplier: what others take is no part of that.
        var main = scope.Supplier is null && data.Offers is [var offer, ..] && data.Arrivals.Count(a => a.Supplier == offer.Supplier) is var own && own >= LeastOfFirst && own < data.Arrivals.Count
            ? data with { Scope = data.Scope with { Supplier = offer.Supplier }, Arrivals = [.. data.Arrivals.Where(a => a.Supplier == offer.Supplier)] }
            : data;
        var writer = new LeadTimeWriter(new ForecastPage(context), main, data.Arrivals);
        return data.Arrivals.Count < LeastReceipts
            ? Nothing($"{Wording.Count(data.Arrivals.Count, "receipt", "receipts")} of {writer.Subject} since {Wording.Day(data.From)} are too few to tell how long it takes.")
            : writer.Write();
    }
}
