using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Purchasing;

/// <summary>Confirms a request for quotation, so that it becomes a purchase order with a receipt.</summary>
internal sealed class ConfirmPurchaseTool(ActionDesk desk) : ActionTool(desk)
{
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.confirm_purchase",
        Description = "Confirms one draft purchase order (request for quotation). Not for sales quotations.",
        Ability = "I can confirm a draft purchase order",
        Status = "preparing the confirmation…",
        Parameters = [Subject.Purchase],
        Touches = [DataClass.Purchasing],
        Writes = true,
        MaxRoundTrips = 7,
    };

    protected override string Area => "purchase orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var (subject, stop) = await ChangeableAsync(context, arguments, Subject.Purchase, "Which purchase order shall I confirm?", cancellationToken);
        if (subject is null)
        {
            return stop!;
        }

        var order = await Desk.OneAsync(context.Caller, "purchase.order", subject.Id, PurchaseReads.Fields, cancellationToken);
        return order is null ? NotFound("I found no such purchase order among those you may see.")
            : order.Text("state") == "cancel" ? NotFound($"{subject.Name} is cancelled and cannot be confirmed.")
            : order.Text("state") is not ("draft" or "sent") ? NotFound($"{subject.Name} is confirmed already.")
            : await DraftAsync(context, order, cancellationToken);
    }

    protected override IReadOnlyList<Deed> Deeds(ActionRun run) =>
    [
        new()
        {
            Text = "the purchase order is confirmed",
            Look = async (r, token) => await r.ReadAsync("purchase.order", r.Id("order"), ["state", "write_uid"], token) is { } order && order.Text("state") is "purchase" or "to approve"
                ? (await r.WhoseAsync(order, token), new RecordRef("purchase.order", order.Id))
                : (Proof.NotDone, null),
            Do = async r =>
            {
                await r.PressAsync("purchase.order", r.Id("order"), "button_confirm");
                if (await r.ReadAsync("purchase.order", r.Id("order"), ["state"], CancellationToken.None) is { } order && order.Text("state") == "to approve")
                {
                    r.Notes.Add("Odoo wants a purchase manager's approval of its own before the order is valid.");
                }

                return new RecordRef("purchase.order", r.Id("order"));
            },
        },
        Chatter.Trace("purchase.order", run.Id("order")),
    ];

    private async Task<ToolResult> DraftAsync(ToolContext context, OdooRow order, CancellationToken cancellationToken)
    {
        var (name, currency) = (order.Text("name")!, order.CurrencyOf());
        var lines = await PurchaseReads.LinesAsync(Desk, context.Caller, order.Id, cancellationToken);
        if (lines.Count == 0)
        {
            return NotFound($"{name} has no products on it: there is nothing to confirm.");
        }

        var sheet = new DraftSheet(Definition.Name, context, Client);
        var record = sheet.Purchase(order);
        sheet.Execution["order"] = order.Id;
        sheet.Change(record, "state", "State", "request for quotation", "purchase order");
        if (lines.Any(l => l.Number("price_unit") == 0))
        {
            sheet.Warn($"{name} has lines without a price");
        }

        sheet.Warn("Confirming sends nothing to the supplier; the order can be cancelled in Odoo until something is received");
        return sheet.Finish(
            $"Confirm purchase order {name} at {Phrase.Clean(order.Link("partner_id")?.Name, 80)} over {Phrase.Money(order.Number("amount_untaxed"), currency)} net",
            new Exposure(order.Number("amount_untaxed"), currency),
            RiskClass.Medium);
    }
}
