using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Sales;

/// <summary>Turns a quotation into a sales order; Odoo makes the delivery and reserves what is there.</summary>
internal sealed class ConfirmQuotationTool(ActionDesk desk) : ActionTool(desk)
{
    private const int MostWarned = 5;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.confirm_quotation",
        Description = "Confirms one quotation, so that it becomes a sales order with a delivery. Not for purchase orders.",
        Ability = "I can confirm a quotation",
        Status = "preparing the confirmation…",
        Parameters = [Subject.Order],
        Touches = [DataClass.Sales],
        Writes = true,
        MaxRoundTrips = 12,
    };

    protected override string Area => "sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var (subject, stop) = await ChangeableAsync(context, arguments, Subject.Order, "Which quotation shall I confirm?", cancellationToken);
        if (subject is null)
        {
            return stop!;
        }

        return await Desk.OneAsync(context.Caller, "sale.order", subject.Id, ActionReads.OrderFields, cancellationToken) switch
        {
            null => NotFound("I found no such quotation among those you may see."),
            { } order when order.Text("state") == "cancel" => NotFound($"{order.Text("name")} is cancelled and cannot be confirmed."),
            { } order when order.Text("state") is not ("draft" or "sent") => NotFound($"{order.Text("name")} is confirmed already."),
            { } order => await DraftAsync(context, order, cancellationToken),
        };
    }

    protected override IReadOnlyList<Deed> Deeds(ActionRun run) =>
    [
        new()
        {
            Text = "the quotation is confirmed",
            Look = async (r, token) => await r.ReadAsync("sale.order", r.Id("order"), ["state", "write_uid"], token) is { } order && order.Text("state") == "sale"
                ? (await r.WhoseAsync(order, token), new RecordRef("sale.order", order.Id))
                : (Proof.NotDone, null),
            Do = async r =>
            {
                await r.PressAsync("sale.order", r.Id("order"), "action_confirm");
                return new RecordRef("sale.order", r.Id("order"));
            },
        },
        Chatter.Trace("sale.order", run.Id("order")),
    ];

    private async Task<ToolResult> DraftAsync(ToolContext context, OdooRow order, CancellationToken cancellationToken)
    {
        var (name, currency) = (order.Text("name")!, order.CurrencyOf());
        var lines = await Desk.ManyAsync(
            context.Caller, "sale.order.line", OdooDomain.Where("order_id", "=", order.Id).And("product_id", "!=", null), ["product_id", "product_uom_qty", "product_uom_id", "write_date"], cancellationToken);
        if (lines.Count == 0)
        {
            return NotFound($"{name} has no products on it: there is nothing to confirm.");
        }

        var sheet = new DraftSheet(Definition.Name, context, Client);
        var record = await sheet.OrderAsync(Desk, order, cancellationToken);
        sheet.Margin = order.Has("margin_percent") ? Math.Round(order.Number("margin_percent"), 4) : null;
        sheet.Execution["order"] = order.Id;
        sheet.Change(record, "state", "State", order.Text("state") == "sent" ? "quotation sent" : "quotation", "sales order");
        if (order.Date("validity_date") is { } validity && validity < context.Today)
        {
            var id = sheet.Sheet.Aggregate($"validity:{order.Id}", $"Validity of {name}", $"{name} was valid until {Phrase.Day(validity)}", FactOf.Code("Order", name), FactOf.Date("Valid until", validity));
            sheet.Warn($"{name} was valid until {Phrase.Day(validity)}: its prices may be out of date", id);
        }

        await WarnOfHoldAsync(sheet, context, order, name, cancellationToken);
        await WarnOfStockAsync(sheet, context, lines, cancellationToken);
        sheet.Warn("A confirmed order can be cancelled in Odoo only as long as nothing has left; it is not undone from here");
        return sheet.Finish(
            $"Confirm quotation {name} of {Phrase.Clean(order.Link("partner_id")?.Name, 80)} over {Phrase.Money(order.Number("amount_untaxed"), currency)} net",
            new Exposure(order.Number("amount_untaxed"), currency),
            RiskClass.Medium);
    }

    private async Task WarnOfHoldAsync(DraftSheet sheet, ToolContext context, OdooRow order, string name, CancellationToken cancellationToken)
    {
        if (await CreditHold.TagAsync(Desk, context.Caller, cancellationToken) is { } tag && order.Links("tag_ids").Contains(tag))
        {
            sheet.Warn($"{name} is on credit hold");
        }
    }

    /// <summary>Products of which less is free than the quotation wants.</summary>
    private async Task WarnOfStockAsync(DraftSheet sheet, ToolContext context, IReadOnlyList<OdooRow> lines, CancellationToken cancellationToken)
    {
        var wanted = lines.GroupBy(l => l.Link("product_id")!.Value.Id).ToDictionary(g => g.Key, g => (Quantity: g.Sum(l => l.Number("product_uom_qty")), Unit: g.First().Link("product_uom_id")?.Name ?? "Units"));
        var products = await Client.ReadAsync(context.Caller, "product.product", [.. wanted.Keys], ["default_code", "name", "free_qty", "is_storable", "write_date"], cancellationToken);
        foreach (var product in products.Where(p => p.Flag("is_storable") && p.Has("free_qty") && p.Number("free_qty") < wanted[p.Id].Quantity).Take(MostWarned))
        {
            var (code, want, unit) = (product.Text("default_code") ?? product.Text("name")!, wanted[product.Id].Quantity, wanted[product.Id].Unit);
            var id = sheet.Sheet.Record(
                "product.product", product.Id, $"Product {code}", $"{code}: {Phrase.Number(product.Number("free_qty"))} free, {Phrase.Number(want)} wanted", product,
                FactOf.Code("Product", code), FactOf.Quantity("Free", product.Number("free_qty"), unit), FactOf.Quantity("Wanted", want, unit));
            sheet.Warn($"Of {code} only {Phrase.Quantity(product.Number("free_qty"), unit)} are free in all warehouses, {Phrase.Quantity(want, unit)} are wanted", id);
        }
    }
}
