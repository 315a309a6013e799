using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Sales;

/// <summary>Moves the promised date of a sales order. Odoo hands the new date on to the order's open transfers as their deadline.</summary>
internal sealed class ChangePromisedDateTool(ActionDesk desk) : ActionTool(desk)
{
    private static readonly TimeOnly Noon = new(12, 0);

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.change_promised_date",
        Description = "Changes the promised (delivery) date of one sales order to another day. Not for the dates of purchase orders.",
        Ability = "I can move the promised date of an order",
        Status = "preparing the new promised date…",
        Parameters =
        [
            Subject.Order,
            Parameters.Day("promised", SlotKind.Day, "The new promised day."),
            Subject.Message("Why, for the record."),
        ],
        Touches = [DataClass.Sales],
        Writes = true,
        MaxRoundTrips = 9,
    };

    protected override string Area => "sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "sale.order", cancellationToken))
        {
            return Denied();
        }

        var (subject, stop) = await Subject.FindAsync(Desk, context, arguments, [Subject.Order], "Which order's promised date shall I change?", cancellationToken);
        if (subject is null)
        {
            return stop!;
        }

        if (arguments.Day("promised") is not { } day)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = $"To which day shall I move the promised date of {subject.Name}?" };
        }

        if (day < context.Today)
        {
            return NotFound($"{Phrase.Day(day)} is over: I do not promise a day in the past.");
        }

        if (!await Desk.Rights.MayAsync(context.Caller, "sale.order", "write", cancellationToken, subject.Id))
        {
            return NotAllowed($"sales order {subject.Name}");
        }

        return await Desk.OneAsync(context.Caller, "sale.order", subject.Id, ActionReads.OrderFields, cancellationToken) is { } order
            ? await DraftAsync(context, order, day, arguments.Text("message"), cancellationToken)
            : NotFound("I found no such sales order among those you may see.");
    }

    protected override IReadOnlyList<Deed> Deeds(ActionRun run) =>
    [
        new()
        {
            Text = "the promised date is moved",
            Look = async (r, token) =>
            {
                var order = await r.ReadAsync("sale.order", r.Id("order"), ["commitment_date", "write_uid"], token);
                return order?.Text("commitment_date") == r.Text("promised") ? (await r.WhoseAsync(order, token), new RecordRef("sale.order", order.Id)) : (Proof.NotDone, null);
            },
            Do = async r =>
            {
                await r.WriteAsync("sale.order", r.Id("order"), new() { ["commitment_date"] = r.Text("promised") });
                return new RecordRef("sale.order", r.Id("order"));
            },
        },
        Chatter.Trace("sale.order", run.Id("order")),
    ];

    protected override async Task<ActionDraft?> UndoAsync(ActionRun run, CancellationToken cancellationToken)
    {
        if (run.TextOrNone("before") is not { } before || await run.ReadAsync("sale.order", run.Id("order"), ActionReads.OrderFields, cancellationToken) is not { } order)
        {
            return null;
        }

        var context = new ToolContext { Caller = run.Caller, TurnId = run.Order.ProposalId, Question = string.Empty, Now = run.Order.Now };
        var sheet = new DraftSheet(Definition.Name, context, Client);
        var record = await sheet.OrderAsync(Desk, order, cancellationToken);
        var (now, then) = (sheet.Sheet.Days.Of(order.Moment("commitment_date")), sheet.Sheet.Days.Of(Moment(before)));
        Fill(sheet, record, order.Id, before, order.Text("commitment_date"), now, then);
        return sheet.Draft($"Move the promised date of {order.Text("name")} back to {Phrase.Day(then)}", new Exposure(order.Number("amount_untaxed"), order.CurrencyOf()), RiskClass.Medium);
    }

    private async Task<ToolResult> DraftAsync(ToolContext context, OdooRow order, DateOnly day, string? reason, CancellationToken cancellationToken)
    {
        var (name, customer) = (order.Text("name")!, order.Link("partner_id")?.Name ?? "?");
        var sheet = new DraftSheet(Definition.Name, context, Client) { Reason = reason };
        var before = order.Moment("commitment_date");
        var old = sheet.Sheet.Days.Of(before);
        if (order.Text("state") == "cancel")
        {
            return NotFound($"{name} is cancelled: there is nothing to promise any more.");
        }

        if (old == day)
        {
            return NotFound($"{name} is promised for {Phrase.Day(day)} already.");
        }

        var record = await sheet.OrderAsync(Desk, order, cancellationToken);
        sheet.Asked(FactOf.Date("New promised date", day));
        Fill(sheet, record, order.Id, Written(context, before, day), order.Text("commitment_date"), old, day);
        await WarnAsync(sheet, context, order.Id, name, day, cancellationToken);
        return sheet.Finish(
            $"Move the promised date of {name} ({Phrase.Clean(customer, 80)}) {(old is { } from ? $"from {Phrase.Day(from)} to" : "to")} {Phrase.Day(day)}",
            new Exposure(order.Number("amount_untaxed"), order.CurrencyOf()),
            old is { } was && day < was ? RiskClass.Medium : RiskClass.Low);
    }

    private static void Fill(DraftSheet sheet, RecordRef record, int order, string promised, string? before, DateOnly? old, DateOnly day)
    {
        sheet.Execution["order"] = order;
        sheet.Execution["promised"] = promised;
        sheet.Execution["before"] = before;
        sheet.Change(record, "commitment_date", "Promised date", old is { } o ? Phrase.Day(o) : null, Phrase.Day(day));
    }

    /// <summary>Transfers that are planned too late for the new day, and what else speaks against it.</summary>
    private async Task WarnAsync(DraftSheet sheet, ToolContext context, int order, string name, DateOnly day, CancellationToken cancellationToken)
    {
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            sheet.Warn($"{Phrase.Day(day)} is a weekend");
        }

        if (!await Client.MayReadAsync(context.Caller, "stock.picking", cancellationToken))
        {
            return;
        }

        var transfers = await Desk.ManyAsync(
            context.Caller, "stock.picking", OdooDomain.Where("sale_id", "=", order).And("state", "!=", "cancel"), ["name", "state", "scheduled_date", "write_date"], cancellationToken);
        if (transfers.Count > 0 && transfers.All(t => t.Text("state") == "done"))
        {
            sheet.Warn($"Everything of {name} has left already: only the date on paper would change");
        }

        foreach (var late in transfers.Where(t => t.Text("state") != "done" && sheet.Sheet.Days.Of(t.Moment("scheduled_date")) > day).Take(5))
        {
            var (transfer, scheduled) = (late.Text("name")!, sheet.Sheet.Days.Of(late.Moment("scheduled_date"))!.Value);
            var id = sheet.Sheet.Record("stock.picking", late.Id, $"Transfer {transfer}", $"{transfer}, scheduled {Phrase.Day(scheduled)}", late, FactOf.Code("Transfer", transfer), FactOf.Date("Scheduled", scheduled));
            sheet.Warn($"{transfer} is scheduled for {Phrase.Day(scheduled)}, after the new date; it keeps its own schedule", id);
        }
    }

    /// <summary>The moment to write: the hour the order was promised for, on the new day; noon for the caller where it had none.</summary>
    private static string Written(ToolContext context, DateTimeOffset? before, DateOnly day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(context.Caller.TimeZone);
        var hour = before is { } b ? TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(b, zone).TimeOfDay) : Noon;
        var local = day.ToDateTime(hour);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset Moment(string written) => DateTimeOffset.ParseExact(written, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
