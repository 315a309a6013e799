using Copilot.Contracts;
using Copilot.Forecasting.Customers;

namespace Copilot.Forecasting.Tools;

/// <summary>Which customers buy less often than their own rhythm makes likely, and who has not ordered since a day.</summary>
internal sealed class CustomerSlowdownTool(IBuyingSource source) : ForecastTool
{
    private const int FewDays = 3;
    private const int HistoryDays = 2 * 365;
    private const int StandardCount = 8;
    private const int MostCount = 50;

    /// <inheritdoc/>
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "forecast.customer_slowdown",
        Description = "Customers who slow down or stop buying, judged by their own rhythm: how long they are silent, orders lately beside what is usual for them, what that costs, recency, frequency and money; or who has not ordered since a day. "
            + "Not for the figures of one customer before a call, not for top customers and not for who owes money.",
        Ability = "which customers slow down or have stopped buying, judged by their own rhythm",
        Status = "comparing customers with their own rhythm…",
        Parameters =
        [
            Name("customer", SlotKind.Customer, "A customer's name; all when left out."),
            Name("salesperson", SlotKind.Person, "A salesperson's name; all when left out."),
            new()
            {
                Name = "scope",
                Type = ParameterType.Text,
                Slot = SlotKind.Choice,
                Description = "Whose: mine for the caller's own customers, all otherwise (default).",
                Choices = new Dictionary<string, IReadOnlyList<string>> { ["mine"] = ["my", "mine", "my own"], ["all"] = ["all", "everyone", "the whole company"] },
            },
            Day("since", SlotKind.PeriodStart, "Lists those without an order since this day, whatever their rhythm."),
            new() { Name = "count", Type = ParameterType.WholeNumber, Slot = SlotKind.Count, Description = "How many to list; 8 when left out, 50 at most." },
        ],
        Touches = [DataClass.Sales],
        MaxRoundTrips = source.RoundTrips,
    };

    /// <inheritdoc/>
    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ForecastArguments arguments, CancellationToken cancellationToken)
    {
        var today = context.Today;
        var from = today.AddDays(-HistoryDays);

        // "Whom should I call today": nobody asks who has not ordered since this morning.
        var silentSince = arguments.Day("since") is { } said && said <= today && said > today.AddDays(-FewDays) ? null : arguments.Day("since");
        if (silentSince is { } day && (day > today || day <= from))
        {
            return Nothing($"I look at orders from {Wording.Day(from)} to {Wording.Day(today)}: {Wording.Day(day)} is not among them.");
        }

        var scope = new BuyingScope { Customer = arguments.Text("customer"), Salesperson = arguments.Text("salesperson"), Mine = arguments.Text("scope") == "mine" };
        var read = await source.ReadAsync(context, scope, from, cancellationToken);
        if (read.Data is not { } book)
        {
            return read.Stop!;
        }

        var paces = book.Buyers.Select(b => BuyingPace.Of(b, today)).OfType<BuyingPace>().ToList();
        var writer = new CustomerSlowdownWriter(new ForecastPage(context), book, CustomerScore.Of(paces), (from, today));
        var asked = paces.Where(p => p.Buyer.IsAsked).ToList();
        if (asked.Count == 0)
        {
            return Nothing($"No customer{book.Narrowed} among those you may see has a confirmed order since {Wording.Day(from)}.");
        }

        var count = (int)Math.Min(arguments.Number("count") ?? StandardCount, MostCount);
        return silentSince is { } since ? writer.Silent(asked, since, count)
            : scope.Customer is not null ? writer.One(SlowdownCheck.Of(paces), asked)
            : writer.Slower(SlowdownCheck.Of(paces), count);
    }
}
