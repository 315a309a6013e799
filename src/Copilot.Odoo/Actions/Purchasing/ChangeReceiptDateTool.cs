using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Purchasing;

namespace Copilot.Odoo.Actions.Purchasing;

/// <summary>
/// Writes the day that a supplier confirmed into the open lines of a purchase order. Odoo hands it on to the receipts as their deadline, and everything that asks when goods come knows it
/// from then on.
/// </summary>
internal sealed class ChangeReceiptDateTool(ActionDesk desk, WaitingOrders waiting, CompanyWorkDays workDays) : ActionTool(desk)
{
    private const string Model = "purchase.order.line";
    private const int MostTold = 5;

    private static readonly TimeOnly Noon = new(12, 0);

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.change_receipt_date",
        Description = "Changes the day on which the open lines of one purchase order, or its lines of one product, are expected: the day the supplier confirmed. Not for the promised dates of sales orders.",
        Ability = "I can write a supplier's confirmed delivery day into a purchase order",
        Status = "preparing the new receipt date…",
        Parameters =
        [
            Subject.Purchase,
            Subject.Product with { Description = "A product's internal reference or name; all open lines when left out." },
            Parameters.Day("expected", SlotKind.Day, "The day on which the goods are expected now."),
            Subject.Message("Why, for the record."),
        ],
        Touches = [DataClass.Purchasing],
        Writes = true,
        MaxRoundTrips = 10 + WaitingOrders.RoundTrips + CompanyWorkDays.RoundTrips,
    };

    protected override string Area => "purchase orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var (subject, stop) = await ChangeableAsync(context, arguments, Subject.Purchase, "Which purchase order is it about?", cancellationToken);
        if (subject is null)
        {
            return stop!;
        }

        if (arguments.Day("expected") is not { } day)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = $"On which day are the goods of {subject.Name} expected now?" };
        }

        if (day < context.Today)
        {
            return NotFound($"{Phrase.Day(day)} is over: goods that came are booked as received, and what did not come needs a day ahead.");
        }

        var named = await Desk.Names.ResolveAsync(context, arguments, [Definition.Parameters[1]], cancellationToken);
        if (named.Stop is { } unclear)
        {
            return unclear;
        }

        var order = await Desk.OneAsync(context.Caller, "purchase.order", subject.Id, PurchaseReads.Fields, cancellationToken);
        if (order is null)
        {
            return NotFound("I found no such purchase order among those you may see.");
        }

        var product = named["product"]?.Id;
        var lines = (await PurchaseReads.LinesAsync(Desk, context.Caller, order.Id, cancellationToken))
            .Where(l => l.Number("qty_received") < l.Number("product_qty") && (product is null || l.LinkId("product_id") == product)).ToList();
        return order.Text("state") == "cancel" ? NotFound($"{subject.Name} is cancelled: nothing of it is expected any more.")
            : lines.Count == 0 ? NotFound($"Nothing {(product is null ? string.Empty : $"of {Phrase.Clean(named["product"]!.Name, 60)} ")}is outstanding on {subject.Name}: there is no day to change.")
            : await DraftAsync(context, order, lines, day, arguments.Text("message"), cancellationToken);
    }

    protected override Task<IReadOnlyList<NeededRight>> NeedsAsync(ActionRun run, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<NeededRight>>([new(Model, "write", Moved(run))]);

    protected override IReadOnlyList<Deed> Deeds(ActionRun run) =>
    [
        .. Days(run).Select(d => new Deed
        {
            Text = $"the expected day is {d.Moment[..10]}",
            Look = async (r, token) =>
            {
                var lines = await r.Desk.Client.ReadAsync(r.Caller, Model, d.Lines, ["date_planned", "write_uid"], token);
                return lines.Count == d.Lines.Count && lines.All(l => l.Text("date_planned") == d.Moment) ? (await r.WhoseAsync(lines[0], token), new RecordRef("purchase.order", r.Id("order"))) : (Proof.NotDone, null);
            },
            Do = async r =>
            {
                await r.CallAsync(Model, "write", [d.Lines, new Dictionary<string, object?> { ["date_planned"] = d.Moment }]);
                return new RecordRef("purchase.order", r.Id("order"));
            },
        }),
        Chatter.Trace("purchase.order", run.Id("order")),
    ];

    protected override async Task<ActionDraft?> UndoAsync(ActionRun run, CancellationToken cancellationToken)
    {
        if (await run.ReadAsync("purchase.order", run.Id("order"), PurchaseReads.Fields, cancellationToken) is not { } order)
        {
            return null;
        }

        var moved = Moved(run);
        var lines = (await PurchaseReads.LinesAsync(run.Desk, run.Caller, order.Id, cancellationToken)).Where(l => moved.Contains(l.Id)).ToList();
        var sheet = new DraftSheet(Definition.Name, new ToolContext { Caller = run.Caller, TurnId = run.Order.ProposalId, Question = string.Empty, Now = run.Order.Now }, Client);
        var record = sheet.Purchase(order);
        var before = run.Draft.Execution["before"]!.AsObject();
        if (lines.Count == 0 || lines.Exists(l => before[Key(l.Id)] is null))
        {
            return null;
        }

        Fill(sheet, record, order, lines, l => before[Key(l.Id)]!.GetValue<string>());
        return sheet.Draft($"Put the expected days of {order.Text("name")} back as they were", new Exposure(order.Number("amount_untaxed"), order.CurrencyOf()), RiskClass.Low);
    }

    private async Task<ToolResult> DraftAsync(ToolContext context, OdooRow order, List<OdooRow> lines, DateOnly day, string? reason, CancellationToken cancellationToken)
    {
        var (name, who) = (order.Text("name")!, Phrase.Clean(order.Link("partner_id")?.Name ?? "?", 80));
        var sheet = new DraftSheet(Definition.Name, context, Client) { Reason = reason };
        var changed = lines.Where(l => sheet.Sheet.Days.Of(l.Moment("date_planned")) != day).ToList();
        if (changed.Count == 0)
        {
            return NotFound($"What is outstanding on {name} is expected on {Phrase.Day(day)} already.");
        }

        var record = sheet.Purchase(order);
        sheet.Asked(FactOf.Date("Expected now", day));
        Fill(sheet, record, order, changed, l => Written(context, l.Moment("date_planned"), day));
        var later = changed.Exists(l => sheet.Sheet.Days.Of(l.Moment("date_planned")) < day);
        if (later)
        {
            await WarnAsync(sheet, context, changed, day, cancellationToken);
        }

        if (order.Link("company_id") is { } company && await workDays.ClosedAsync(context, company.Id, day, cancellationToken) is { } closed)
        {
            Warn(sheet, company, closed);
        }

        sheet.Stand(sheet.Sheet.Count($"moved:{order.Id}", "Lines", changed.Select(l => l.ProductOf()), "outstanding lines whose expected day changes"));
        return sheet.Finish(
            $"Expect {Phrase.Count(changed.Count, "outstanding line", "outstanding lines")} of {name} ({who}) on {Phrase.Day(day)}",
            new Exposure(Math.Round(changed.Sum(Open), 2), order.CurrencyOf()),
            later ? RiskClass.Low : RiskClass.Medium);
    }

    /// <summary>What the lines still have to bring, at the order's prices.</summary>
    private static decimal Open(OdooRow line) => line.Number("product_qty") > 0 ? line.Number("price_subtotal") * (line.Number("product_qty") - line.Number("qty_received")) / line.Number("product_qty") : 0;

    private static void Fill(DraftSheet sheet, RecordRef record, OdooRow order, List<OdooRow> lines, Func<OdooRow, string> moment)
    {
        sheet.Execution["order"] = order.Id;
        var (days, before) = (new JsonObject(), new JsonObject());
        foreach (var line in lines)
        {
            var (now, old, then) = (moment(line), line.Moment("date_planned"), Moment(moment(line)));
            days[Key(line.Id)] = now;
            before[Key(line.Id)] = line.Text("date_planned");
            sheet.Watch(Model, line, $"{line.ProductOf()} on {order.Text("name")}");
            sheet.Change(record, "order_line", $"{line.ProductOf()} expected", sheet.Sheet.Days.Of(old) is { } was ? Phrase.Day(was) : null, Phrase.Day(sheet.Sheet.Days.Of(then)));
        }

        sheet.Execution["days"] = days;
        sheet.Execution["before"] = before;
    }

    /// <summary>Customers whose promise breaks with the new day.</summary>
    private async Task WarnAsync(DraftSheet sheet, ToolContext context, List<OdooRow> lines, DateOnly day, CancellationToken cancellationToken)
    {
        foreach (var model in new[] { "stock.picking", "stock.move", "stock.quant" })
        {
            if (!await Client.MayReadAsync(context.Caller, model, cancellationToken))
            {
                return;
            }
        }

        var rows = await Client.ReadAsync(context.Caller, Model, [.. lines.Select(l => l.Id)], ["product_id", "move_ids"], cancellationToken);
        var hit = (await waiting.ReadAsync(context, rows, cancellationToken)).SelectMany(g => g).Where(w => w.Promised < day).DistinctBy(w => w.Name).OrderBy(w => w.Promised).ToList();
        foreach (var order in hit.Take(MostTold))
        {
            sheet.Warn($"{order.Name} for {Phrase.Clean(order.Customer, 60)} waits for these goods and is promised for {Phrase.Day(order.Promised!.Value)}", sheet.Sheet.Add(order));
        }

        if (hit.Count > MostTold)
        {
            sheet.Warn($"{Phrase.Number(hit.Count)} customer orders with earlier promises wait for these goods", sheet.Sheet.Count($"hit:{lines[0].Id}", "Customer orders", hit.Select(h => h.Name), "customer orders promised before the new day"));
        }
    }

    /// <summary>Nobody takes goods in on a day on which the company does not work.</summary>
    private static void Warn(DraftSheet sheet, (int Id, string Name) company, RestDay closed)
    {
        var holiday = closed.Holiday is { } h ? Phrase.Clean(h.Text("name") ?? "a holiday", 60) : null;
        var text = $"{Phrase.Day(closed.Day)} is {(holiday is null ? "no working day" : "a holiday")} of {Phrase.Clean(company.Name, 60)}{(holiday is null ? string.Empty : $" ({holiday})")}"
            + (closed.Next is { } next ? $"; the next working day is {Phrase.Day(next)}" : string.Empty);
        List<Fact> facts = [FactOf.Date("Closed on", closed.Day)];
        if (closed.Next is { } open)
        {
            facts.Add(FactOf.Date("Next working day", open));
        }

        sheet.Warn(text, sheet.Sheet.Aggregate($"closed:{company.Id}", "Working days", text, facts));
    }

    /// <summary>The moments to write, each with its lines.</summary>
    private static IEnumerable<(string Moment, IReadOnlyList<int> Lines)> Days(ActionRun run)
        => run.Draft.Execution["days"]!.AsObject().GroupBy(d => d.Value!.GetValue<string>(), d => int.Parse(d.Key, CultureInfo.InvariantCulture)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, (IReadOnlyList<int>)[.. g.Order()]));

    private static IReadOnlyList<int> Moved(ActionRun run) => [.. Days(run).SelectMany(d => d.Lines)];

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The hour the line was planned for, on the new day; noon for the caller where it had none.</summary>
    private static string Written(ToolContext context, DateTimeOffset? before, DateOnly day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(context.Caller.TimeZone);
        var hour = before is { } b ? TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(b, zone).TimeOfDay) : Noon;
        var local = day.ToDateTime(new TimeOnly(hour.Hour, hour.Minute, hour.Second));
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset Moment(string written) => DateTimeOffset.ParseExact(written[..19], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
