using Copilot.Contracts;
using Copilot.Forecasting.Unusual;

namespace Copilot.Forecasting.Tools;

/// <summary>New figures that are far from what is usual: order quantities, prices, stock adjustments, invoices.</summary>
internal sealed class AnomaliesTool(IObservedSource source) : ForecastTool
{
    private const int HistoryDays = 2 * 365;
    private const int StandardDays = 14;
    private const int MostDays = 92;
    private const int StandardCount = 8;
    private const int MostCount = 50;

    /// <inheritdoc/>
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "forecast.anomalies",
        Description = "Figures of the last days that are far from what is usual for their product or partner: order quantities, sales and purchase prices, stock adjustments, invoice and bill amounts, with how unusual each is. "
            + "Not for open exceptions, not for late orders and not for ordinary lists of adjustments or invoices.",
        Ability = "which orders, prices, stock adjustments or invoices of the last days are unusual, and how unusual",
        Status = "comparing new figures with what is usual…",
        Parameters =
        [
            new()
            {
                Name = "kind",
                Type = ParameterType.Text,
                Slot = SlotKind.Choice,
                Description = "Which figures: all (default), orders, prices, adjustments or invoices.",
                Choices = new Dictionary<string, IReadOnlyList<string>>
                {
                    ["all"] = ["anything", "everything", "all kinds"],
                    ["orders"] = ["orders", "order quantities", "quantities", "order lines"],
                    ["prices"] = ["prices", "price", "purchase prices", "sales prices"],
                    ["adjustments"] = ["adjustments", "inventory adjustments", "stock adjustments", "stock corrections", "counts", "write-offs"],
                    ["invoices"] = ["invoices", "invoice amounts", "bills", "vendor bills"],
                },
            },
            Name("product", SlotKind.Product, "A product's internal reference or name; all when left out."),
            Name("customer", SlotKind.Customer, "A customer's name; all when left out."),
            Name("supplier", SlotKind.Supplier, "A supplier's name; all when left out."),
            Day("from", SlotKind.PeriodStart, "First day to look at; two weeks ago when left out, a quarter at most."),
            new() { Name = "count", Type = ParameterType.WholeNumber, Slot = SlotKind.Count, Description = "How many to list; 8 when left out, 50 at most." },
        ],
        Touches = [DataClass.Sales, DataClass.Stock],
        MaxRoundTrips = source.RoundTrips,
    };

    /// <inheritdoc/>
    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ForecastArguments arguments, CancellationToken cancellationToken)
    {
        var today = context.Today;
        var since = arguments.Day("from") ?? today.AddDays(-StandardDays);
        if (since > today || today.DayNumber - since.DayNumber > MostDays)
        {
            return Nothing($"I look at figures of the past, up to {MostDays} days back: {Wording.Day(since)} is not among them.");
        }

        var kinds = Kinds(arguments.Text("kind"));
        var read = await source.ReadAsync(context, kinds, arguments.Scope(), today.AddDays(-HistoryDays), cancellationToken);
        if (read.Data is not { } book)
        {
            return read.Stop!;
        }

        var checks = kinds.Select(k => (Kind: k, Check: UnusualCheck.Of([.. book.Figures.Where(f => f.Kind == k)], since))).ToList();
        return checks.Any(c => c.Check.Looked > 0)
            ? new AnomaliesWriter(new ForecastPage(context), book, since, today).Write(checks, (int)Math.Min(arguments.Number("count") ?? StandardCount, MostCount))
            : checks.Any(c => c.Check.Passed > 0) ? new SeenFiguresWriter(new ForecastPage(context), book, since).Write(checks)
            : Nothing($"There is nothing to judge{book.Narrowed} since {Wording.Day(since)} among what you may see: no such figures.");
    }

    private static ObservedKind[] Kinds(string? kind) => kind switch
    {
        "orders" => [ObservedKind.OrderQuantity],
        "prices" => [ObservedKind.SalesPrice, ObservedKind.PurchasePrice],
        "adjustments" => [ObservedKind.Adjustment, ObservedKind.AdjustedQuantity],
        "invoices" => [ObservedKind.CustomerInvoice, ObservedKind.SupplierBill],
        _ => [.. Enum.GetValues<ObservedKind>()],
    };
}
