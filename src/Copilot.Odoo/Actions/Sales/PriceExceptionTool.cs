using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Sales;

/// <summary>Gives one line of an order another unit price. Shows what is given away and what is left of the margin.</summary>
internal sealed class PriceExceptionTool(ActionDesk desk) : ActionTool(desk)
{
    private static readonly IReadOnlyList<string> LineFields =
        ["order_id", "product_id", "name", "product_uom_qty", "product_uom_id", "price_unit", "discount", "price_subtotal", "qty_invoiced", "purchase_price", "write_date", "write_uid"];

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.price_exception",
        Description = "Changes the unit price of one product on one sales order or quotation. Not for price lists, and not for asking what a price is.",
        Ability = "I can propose a special price for a product on an order",
        Status = "preparing the special price…",
        Parameters =
        [
            Subject.Order,
            Subject.Product,
            new() { Name = "price", Type = ParameterType.Number, Slot = SlotKind.Money, Description = "The new price of one unit before tax, in the order's currency." },
            Subject.Message("Why, for the record."),
        ],
        Touches = [DataClass.Sales],
        Writes = true,
        MaxRoundTrips = 11,
    };

    protected override string Area => "sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "sale.order", cancellationToken))
        {
            return Denied();
        }

        var (subject, stop) = await Subject.FindAsync(Desk, context, arguments, [Subject.Order], "On which order shall I change the price?", cancellationToken);
        if (subject is null)
        {
            return stop!;
        }

        var named = await Desk.Names.ResolveAsync(context, arguments, [Subject.Product], cancellationToken);
        if (named.Stop is { } unclear)
        {
            return unclear;
        }

        if (!await Desk.Rights.MayAsync(context.Caller, "sale.order", "write", cancellationToken, subject.Id))
        {
            return NotAllowed($"sales order {subject.Name}");
        }

        var domain = OdooDomain.Where("order_id", "=", subject.Id).And("product_id", "!=", null);
        var lines = await Desk.ManyAsync(context.Caller, "sale.order.line", named["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain, LineFields, cancellationToken);
        var order = await Desk.OneAsync(context.Caller, "sale.order", subject.Id, ActionReads.OrderFields, cancellationToken);
        return (order, lines.Count) switch
        {
            (null, _) => NotFound("I found no such sales order among those you may see."),
            (_, 0) => NotFound($"{subject.Name} has no line with {named["product"]?.Code ?? named["product"]?.Name ?? "a product"}."),
            (_, > 1) => new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = $"{subject.Name} has several lines: for which product is the price, {Phrase.List(lines.Take(5).Select(l => l.ProductOf()), "or")}?" },
            _ when arguments.Number("price") is null => new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = $"Which price shall one unit of {lines[0].ProductOf()} have on {subject.Name}?" },
            var (o, _) => Refusal(o, lines[0]) ?? await DraftAsync(context, o, lines[0], arguments.Number("price")!.Value, arguments.Text("message"), cancellationToken),
        };
    }

    protected override IReadOnlyList<Deed> Deeds(ActionRun run) =>
    [
        new()
        {
            Text = "the unit price is changed",
            Look = async (r, token) => await r.ReadAsync("sale.order.line", r.Id("line"), ["price_unit", "discount", "write_uid"], token) is { } line
                    && line.Number("price_unit") == r.Number("price") && line.Number("discount") == r.Number("discount")
                ? (await r.WhoseAsync(line, token), new RecordRef("sale.order.line", line.Id))
                : (Proof.NotDone, null),
            Do = async r =>
            {
                await r.WriteAsync("sale.order.line", r.Id("line"), new() { ["price_unit"] = r.Number("price"), ["discount"] = r.Number("discount") });
                return new RecordRef("sale.order.line", r.Id("line"));
            },
        },
        Chatter.Trace("sale.order", run.Id("order")),
    ];

    protected override async Task<ActionDraft?> UndoAsync(ActionRun run, CancellationToken cancellationToken)
    {
        if (await run.ReadAsync("sale.order", run.Id("order"), ActionReads.OrderFields, cancellationToken) is not { } order
            || await run.ReadAsync("sale.order.line", run.Id("line"), LineFields, cancellationToken) is not { } line)
        {
            return null;
        }

        var sheet = new DraftSheet(Definition.Name, new ToolContext { Caller = run.Caller, TurnId = run.Order.ProposalId, Question = string.Empty, Now = run.Order.Now }, Client);
        await sheet.OrderAsync(Desk, order, cancellationToken);
        Fill(sheet, order, line, run.Number("old_price"), run.Number("old_discount"));
        return sheet.Draft($"Put the price of {line.ProductOf()} on {order.Text("name")} back to {Phrase.Money(run.Number("old_price"), order.CurrencyOf())}", new Exposure(0, order.CurrencyOf()), RiskClass.Low);
    }

    private static ToolResult? Refusal(OdooRow order, OdooRow line)
        => order.Text("state") == "cancel" ? NotFound($"{order.Text("name")} is cancelled.")
            : order.Flag("locked") ? NotFound($"{order.Text("name")} is locked in Odoo: its prices cannot be changed.")
            : line.Number("qty_invoiced") > 0 ? NotFound($"{line.ProductOf()} on {order.Text("name")} is invoiced already: a credit note is needed instead of another price.")
            : null;

    private async Task<ToolResult> DraftAsync(ToolContext context, OdooRow order, OdooRow line, decimal price, string? reason, CancellationToken cancellationToken)
    {
        var (name, currency, code) = (order.Text("name")!, order.CurrencyOf(), line.ProductOf());
        var (quantity, unit) = (line.Number("product_uom_qty"), line.Link("product_uom_id")?.Name ?? "Units");
        var before = line.Number("price_unit") * (1 - (line.Number("discount") / 100));
        if (price == before)
        {
            return NotFound($"{code} costs {Phrase.Money(price, currency)} on {name} already.");
        }

        var sheet = new DraftSheet(Definition.Name, context, Client) { Reason = reason };
        await sheet.OrderAsync(Desk, order, cancellationToken);
        Fill(sheet, order, line, price, 0m);
        var given = Math.Round((before - price) * quantity, 2);
        sheet.Asked(FactOf.Money("New unit price", price, currency));
        var difference = sheet.Stand(sheet.Sheet.Calculate(
            $"given:{line.Id}", "Given away", CalculationOperation.Model,
            [FactOf.Money("Unit price now", before, currency), FactOf.Money("New unit price", price, currency), FactOf.Quantity("Quantity", quantity, unit)],
            FactOf.Money("Given away", Math.Abs(given), currency),
            "(unit price now - new unit price) × quantity",
            FactOf.Code("Product", code), FactOf.Money("Unit price now", before, currency), FactOf.Quantity("Quantity", quantity, unit)));
        sheet.Discount = before > 0 ? Math.Round((before - price) / before, 4) : null;
        if (line.Has("purchase_price") && price > 0)
        {
            sheet.Margin = Math.Round((price - line.Number("purchase_price")) / price, 4);
            if (sheet.Margin < 0)
            {
                sheet.Warn($"{code} would be sold below its cost", difference);
            }
        }

        return sheet.Finish(
            $"Set the price of {code} on {name} ({Phrase.Clean(order.Link("partner_id")?.Name, 80)}) from {Phrase.Money(before, currency)} to {Phrase.Money(price, currency)} for {Phrase.Quantity(quantity, unit)}, {Phrase.Money(Math.Abs(given), currency)} {(given >= 0 ? "less" : "more")} in all",
            new Exposure(Math.Max(0, given), currency),
            given > 0 ? RiskClass.Medium : RiskClass.Low);
    }

    private static void Fill(DraftSheet sheet, OdooRow order, OdooRow line, decimal price, decimal discount)
    {
        var (code, currency) = (line.ProductOf(), order.CurrencyOf());
        var before = Phrase.Money(line.Number("price_unit"), currency) + (line.Number("discount") > 0 ? $" less {Phrase.Percent(line.Number("discount"))}" : string.Empty);
        var record = sheet.Record(
            "sale.order.line", line, $"{code} on {order.Text("name")}", $"{code} on {order.Text("name")}",
            $"{Phrase.Quantity(line.Number("product_uom_qty"), line.Link("product_uom_id")?.Name ?? string.Empty)} of {code} at {before}",
            FactOf.Code("Product", code), FactOf.Money("Unit price", line.Number("price_unit"), currency), FactOf.Quantity("Quantity", line.Number("product_uom_qty"), line.Link("product_uom_id")?.Name ?? string.Empty));
        sheet.Execution["order"] = order.Id;
        sheet.Execution["line"] = line.Id;
        sheet.Execution["price"] = price;
        sheet.Execution["discount"] = discount;
        sheet.Execution["old_price"] = line.Number("price_unit");
        sheet.Execution["old_discount"] = line.Number("discount");
        sheet.Change(record, "price_unit", "Unit price", before, price.ToString("0.00##", CultureInfo.InvariantCulture) + " " + currency);
    }
}
