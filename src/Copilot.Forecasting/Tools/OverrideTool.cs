using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Overrides;

namespace Copilot.Forecasting.Tools;

/// <summary>Keeps what a planner expects of a product in a period, with the reason, in place of the forecast; or takes it back. Changes nothing in the business system.</summary>
internal sealed class OverrideTool(IDemandSource source, KeptForecasts forecasts, OverrideBook book, OverrideStore store) : ForecastTool, IActionTool
{
    private const int MostNamed = 5;
    private const int StandardDays = 28;
    private const string Withdraw = "withdraw";
    private const string FigureKey = "figure";

    /// <inheritdoc/>
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "forecast.override",
        Description = "Sets what a planner expects of a product in a coming period in place of the forecast, with the reason, or takes such a figure back. Changes nothing in Odoo. "
            + "Not for asking what is expected and not for ordering.",
        Ability = "I can keep what you expect of a product in place of the forecast, with your reason",
        Status = "looking at the forecast of this product…",
        Parameters =
        [
            Name("product", SlotKind.Product, "A product's internal reference or name."),
            Name("warehouse", SlotKind.Warehouse, "A warehouse's code or name; all warehouses when left out."),
            Day("from", SlotKind.PeriodStart, "First day of the period; today when left out."),
            Day("to", SlotKind.PeriodEnd, "Last day of the period."),
            new() { Name = "quantity", Type = ParameterType.Number, Slot = SlotKind.Quantity, Description = "What is expected in the whole period, in the product's unit." },
            new() { Name = "message", Type = ParameterType.Text, Slot = SlotKind.Message, Description = "Why; others read it beside the forecast." },
            new()
            {
                Name = "state",
                Type = ParameterType.Text,
                Slot = SlotKind.Choice,
                Description = "set (default), or withdraw to go back to the forecast.",
                Choices = new Dictionary<string, IReadOnlyList<string>>
                {
                    ["set"] = ["set", "put", "overwrite", "enter", "plan"],
                    [Withdraw] = [Withdraw, "take back", "remove", "delete", "drop", "cancel", "undo", "reset", "clear", "go back", "back to the forecast"],
                },
            },
        ],
        Touches = [DataClass.Stock],
        Writes = true,
        MaxRoundTrips = source.HistoryRoundTrips,
    };

    /// <inheritdoc/>
    public async Task<ActionOutcome> ExecuteAsync(ActionOrder order, ToolPermit permit, CancellationToken cancellationToken)
    {
        permit.MustCover(order);
        if (Withdrawn(order) is { } id)
        {
            return await store.WithdrawAsync(order.RunsAs.Tenant, id, order.RequestedBy, order.Now, cancellationToken)
                ? Done(order)
                : new ActionOutcome { Kind = ActionOutcomeKind.NotDone, Summary = "That figure had been taken back already; nothing was changed." };
        }

        var figure = Figure(order);
        var context = new ToolContext { Caller = order.RunsAs, TurnId = order.ProposalId, Question = string.Empty, Now = order.Now };
        if (figure.To < context.Today)
        {
            return new ActionOutcome { Kind = ActionOutcomeKind.NotDone, Summary = $"The period ended on {Wording.Day(figure.To)}; nothing was kept." };
        }

        if ((await source.HistoryAsync(context, new DemandScope { Product = figure.Product, Warehouse = figure.Warehouse }, cancellationToken)).Stop is { } stop)
        {
            return new ActionOutcome { Kind = ActionOutcomeKind.NotDone, Summary = $"{stop.Reason ?? stop.QuestionBack} Nothing was kept." };
        }

        await store.AddAsync(order.RunsAs.Tenant, figure, cancellationToken);
        return Done(order) with { Undo = Undo(order, figure) };
    }

    /// <inheritdoc/>
    public async Task<ActionOutcome> ReconcileAsync(ActionOrder order, CancellationToken cancellationToken)
    {
        var holds = await store.HoldsAsync(order.RunsAs.Tenant, Withdrawn(order) ?? order.ProposalId, cancellationToken);
        return holds == (Withdrawn(order) is null) ? Done(order) : new ActionOutcome { Kind = ActionOutcomeKind.NotYet, Summary = "The forecast stands as before." };
    }

    /// <inheritdoc/>
    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ForecastArguments arguments, CancellationToken cancellationToken)
    {
        var scope = new DemandScope { Product = arguments.Text("product"), Warehouse = arguments.Text("warehouse") };
        if (scope.Product is null)
        {
            return Ask("For which product do you want to set what is expected?");
        }

        var history = await source.HistoryAsync(context, scope, cancellationToken);
        if (history.Data is not { Record: { } product } data)
        {
            return history.Stop ?? Nothing("The product's record is not known.");
        }

        var figures = await book.OfAsync(context.Caller, data, context.Today, cancellationToken);
        return arguments.Text("state") == Withdraw ? TakeBack(context, arguments, data, product, figures) : Set(context, arguments, data, product, figures, cancellationToken);
    }

    private ToolResult Set(ToolContext context, ForecastArguments arguments, DemandHistory history, RecordRef product, PlannerFigures figures, CancellationToken cancellationToken)
    {
        if ((arguments.Number("quantity") ?? SaidReason.Quantity(context.Question)) is not { } quantity)
        {
            return Ask($"Which quantity of {history.Scope.Product} do you expect, in {Unit(history)}?");
        }

        if (arguments.Day("to") is null)
        {
            return Ask("For which period is that? Name a month, some weeks or two days.");
        }

        var (period, fault) = ComingPeriod.Of(arguments.Day("from"), arguments.Day("to"), context.Today, StandardDays);
        if (period is null)
        {
            return Nothing(fault!);
        }

        if ((arguments.Text("message") ?? SaidReason.In(context.Question)) is not { } reason)
        {
            return Ask("Why? Others will read the reason beside the forecast; say it behind \"because\" or a colon.");
        }

        var demand = CleanDemand.Of(history);
        var forecast = demand is null ? null : forecasts.Forecast(demand.Series(history, OverrideWriter.SubjectOf(history)), SpanForecast.WeeksTo(demand, period.To), cancellationToken);
        var span = demand is null ? null : SpanForecast.Of(demand, forecast!, period.From, period.To);
        var figure = new PlannerFigure
        {
            Id = string.Empty,
            ProductId = product.Id,
            Product = history.Scope.Product!,
            WarehouseId = history.Place?.Id,
            Warehouse = history.Scope.Warehouse,
            Companies = PlannerFigures.CompaniesOf(context.Caller),
            From = period.From,
            To = period.To,
            Quantity = quantity,
            Unit = history.Unit,
            Reason = Wording.Clean(reason, 160),
            By = string.Empty,
            At = default,
            Forecast = span is null ? null : Math.Round(span.Total, 3),
        };
        return new OverrideWriter(new ForecastPage(context), history).Set(figure, span, figures.Counted.FirstOrDefault(f => f.Touches(figure.From, figure.To)), new JsonObject { [FigureKey] = JsonSerializer.SerializeToNode(figure, ContractJson.Options) });
    }

    private static ToolResult TakeBack(ToolContext context, ForecastArguments arguments, DemandHistory history, RecordRef product, PlannerFigures figures)
    {
        // "Withdraw the figure for December", said in November, means the one to come, as it did when it was set.
        var named = arguments.Day("to") is not null ? ComingPeriod.Of(arguments.Day("from"), arguments.Day("to"), context.Today, StandardDays).Period : null;
        var (from, to) = named is null ? (arguments.Day("from") ?? context.Today, arguments.Day("to") ?? DateOnly.MaxValue) : (named.From, named.To);
        var meant = figures.Counted.Where(f => f.Touches(from, to)).ToList();
        return meant switch
        {
            [] => Nothing($"No planner has set a figure for {OverrideWriter.SubjectOf(history)} in days to come, among what you may see."),
            [var one] => new OverrideWriter(new ForecastPage(context), history).TakeBack(one, product, new JsonObject { [Withdraw] = one.Id }),
            _ => Ask($"Which figure do you mean: {string.Join(" or ", meant.Take(MostNamed).Select(f => $"{Wording.Quantity(f.Quantity, f.Unit)} for {Wording.Day(f.From)} to {Wording.Day(f.To)}"))}? Name its period."),
        };
    }

    private static string Unit(DemandHistory history) => history.Unit.Length == 0 ? "its unit" : history.Unit;

    private static string? Withdrawn(ActionOrder order) => order.Draft.Execution[Withdraw]?.GetValue<string>();

    private static PlannerFigure Figure(ActionOrder order)
        => order.Draft.Execution[FigureKey].Deserialize<PlannerFigure>(ContractJson.Options)! with { Id = order.ProposalId, By = order.RequestedBy, At = order.Now };

    private static ActionDraft Undo(ActionOrder order, PlannerFigure figure)
        => OverrideWriter.Withdrawal(figure, order.Draft.Records[0].Record, order.Draft.Records[0].Name, new JsonObject { [Withdraw] = figure.Id });

    private static ActionOutcome Done(ActionOrder order)
        => new() { Kind = ActionOutcomeKind.Done, Summary = $"Done: {char.ToLowerInvariant(order.Draft.Summary[0])}{order.Draft.Summary[1..]}", Steps = [new ActionStep(Withdrawn(order) is null ? "the planner's figure is kept" : "the planner's figure is taken back", true)] };
}
