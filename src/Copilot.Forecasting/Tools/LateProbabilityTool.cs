using Copilot.Contracts;
using Copilot.Forecasting.Lateness;

namespace Copilot.Forecasting.Tools;

/// <summary>How probable it is that an open order or its lines leave late, which of those due soon, why, and how good such chances were lately.</summary>
internal sealed class LateProbabilityTool(IShippingSource source) : ForecastTool
{
    private const int StandardDays = 7;
    private const int MostDays = 60;
    private const int StandardCount = 10;
    private const int MostCount = 50;

    /// <inheritdoc/>
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "forecast.late_probability",
        Description = "The probability that an open order or its lines leave later than promised, or a list of coming orders by that probability and how many late ones to expect: learnt from how past lines left, "
            + "from backlog, picking throughput, receipts and stock, with reasons and how good such chances were. Not for the causes of orders in danger alone and not for past lateness.",
        Ability = "how probable it is that an order leaves late, and how many of the coming ones will",
        Status = "comparing open orders with how past ones left…",
        Parameters =
        [
            Name("order", SlotKind.SalesOrder, "A sales order's number or the customer's own reference; the coming orders when left out."),
            Name("customer", SlotKind.Customer, "A customer's name; all customers when left out."),
            Name("warehouse", SlotKind.Warehouse, "A warehouse's code or name; all warehouses when left out."),
            Day("from", SlotKind.PeriodStart, "First promised day; today when left out."),
            Day("to", SlotKind.PeriodEnd, "Last promised day; seven days from today when left out, 60 at most."),
            new() { Name = "count", Type = ParameterType.WholeNumber, Slot = SlotKind.Count, Description = "How many orders to list; 10 when left out, 50 at most." },
        ],
        Touches = [DataClass.Sales, DataClass.Stock],
        MaxRoundTrips = source.RoundTrips,
    };

    /// <inheritdoc/>
    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ForecastArguments arguments, CancellationToken cancellationToken)
    {
        var today = context.Today;
        var to = arguments.Day("to") ?? (arguments.Day("from") is { } first && first > today ? first : today).AddDays(StandardDays);
        var from = arguments.Day("from") is { } start && start > today ? start : today;
        if (arguments.Text("order") is null && (to < from || to.DayNumber - today.DayNumber > MostDays))
        {
            return Nothing(to < today ? $"{Wording.Day(to)} is over; a chance is about orders still to leave." : to < from ? "The period ends before it begins." : $"I tell chances up to {MostDays} days ahead; {Wording.Day(to)} is further.");
        }

        var read = await source.ReadAsync(
            context, new LatenessScope { Order = arguments.Text("order"), Customer = arguments.Text("customer"), Warehouse = arguments.Text("warehouse"), From = from, To = to }, cancellationToken);
        if (read.Data is not { } history)
        {
            return read.Stop!;
        }

        if (arguments.Text("order") is not null)
        {
            return One(context, history, cancellationToken);
        }

        if (!history.Orders.Any(o => o.IsOpen))
        {
            return Nothing($"There are no open orders{history.Narrowed} promised from {Wording.Day(from)} to {Wording.Day(to)} among those you may see.");
        }

        var model = LatenessModel.Learn(history, cancellationToken);
        return model.Knows
            ? new LatenessWriter(new ForecastPage(context), history, model).List(from, to, (int)Math.Min(arguments.Number("count") ?? StandardCount, MostCount))
            : TooLittle(history, model);
    }

    private static ToolResult One(ToolContext context, ShippingHistory history, CancellationToken cancellationToken)
    {
        if (history.Orders is not [var order, ..])
        {
            return Nothing("I found no such order among those you may see.");
        }

        if (!order.IsOpen)
        {
            return Nothing($"{order.Name} has nothing left to ship, so it cannot become late any more.");
        }

        if (order.Promised is not { } promised)
        {
            return Nothing($"{order.Name} has no promised ship date, so it cannot be late.");
        }

        var page = new ForecastPage(context);
        if (promised < history.Today)
        {
            return LatenessWriter.Over(page, order, history.Today);
        }

        var model = LatenessModel.Learn(history, cancellationToken);
        return model.Knows ? new LatenessWriter(page, history, model).One(order) : TooLittle(history, model);
    }

    private static ToolResult TooLittle(ShippingHistory history, LatenessModel model)
        => Nothing(
            $"There is too little history to tell a chance: {Wording.Count(model.Lines, "line", "lines")} left since {Wording.Day(history.From)} among what you may see, {model.Late} of them late; "
            + $"I need {LatenessModel.LeastLines} and {LatenessModel.LeastLate}. I can still list the orders at risk with their causes.");
}
