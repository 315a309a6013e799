using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Actions.Purchasing;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Accounting;

/// <summary>
/// Makes the draft vendor bill of a purchase order the way Odoo's own button does. The bills the order had before are part of what is
/// approved: a new one after that is ours, even when the answer to the button was lost.
/// </summary>
internal sealed class DraftVendorBillTool(ActionDesk desk) : ActionTool(desk)
{
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.draft_vendor_bill",
        Description = "Makes a draft vendor bill for what one purchase order has to be billed. It is not posted and not paid.",
        Ability = "I can draft the vendor bill of a purchase order",
        Status = "preparing the bill…",
        Parameters = [Subject.Purchase],
        Touches = [DataClass.Receivables, DataClass.Purchasing],
        Writes = true,
        MaxRoundTrips = 9,
    };

    protected override string Area => "vendor bills";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "purchase.order", cancellationToken) || !await Client.MayReadAsync(context.Caller, "account.move", cancellationToken))
        {
            return Denied();
        }

        if (!await Desk.Rights.MayAsync(context.Caller, "account.move", "create", cancellationToken))
        {
            return NotAllowed("vendor bills");
        }

        var (subject, stop) = await Subject.FindAsync(Desk, context, arguments, [Subject.Purchase], "For which purchase order shall I draft the bill?", cancellationToken);
        if (subject is null)
        {
            return stop!;
        }

        var order = await Desk.OneAsync(context.Caller, "purchase.order", subject.Id, PurchaseReads.Fields, cancellationToken);
        if (order is null)
        {
            return NotFound("I found no such purchase order among those you may see.");
        }

        var lines = (await PurchaseReads.LinesAsync(Desk, context.Caller, order.Id, cancellationToken)).Where(l => l.Number("qty_to_invoice") > 0).ToList();
        return order.Text("state") != "purchase" ? NotFound($"{subject.Name} is not a confirmed purchase order: there is nothing to bill.")
            : lines.Count == 0 ? NotFound($"Nothing of {subject.Name} is to be billed: what was received is billed, and the rest has not come.")
            : Draft(context, order, lines);
    }

    protected override Task<IReadOnlyList<NeededRight>> NeedsAsync(ActionRun run, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<NeededRight>>([new("account.move", "create", [])]);

    protected override IReadOnlyList<Deed> Deeds(ActionRun run) =>
    [
        new()
        {
            Text = "the bill is there as a draft",
            Look = async (r, token) => await MadeAsync(r, token) is { } bill ? (Proof.ByReference, new RecordRef("account.move", bill)) : (Proof.NotDone, null),
            Do = async r =>
            {
                await r.PressAsync("purchase.order", r.Id("order"), "action_create_invoice");
                return await MadeAsync(r, CancellationToken.None) is { } bill ? new RecordRef("account.move", bill) : null;
            },
        },
        new()
        {
            Text = "the bill's history says where it comes from",
            Look = async (r, token) => r.Made.GetValueOrDefault("bill") is > 0 and var bill && await Chatter.FindAsync(r, "account.move", bill, token) is { } id ? (Proof.ByReference, new RecordRef("mail.message", id)) : (Proof.NotDone, null),
            Do = async r => r.Made.GetValueOrDefault("bill") is > 0 and var bill && await Chatter.PostAsync(r, "account.move", bill, Chatter.Words(r.Order), "mail.mt_note") is { } id ? new RecordRef("mail.message", id) : null,
        },
    ];

    private static async Task<int?> MadeAsync(ActionRun run, CancellationToken cancellationToken)
    {
        if (await run.ReadAsync("purchase.order", run.Id("order"), ["invoice_ids"], cancellationToken) is not { } order
            || order.Links("invoice_ids").Except(run.Ids("bills")).Order().ToList() is not [var bill, ..]
            || await run.ReadAsync("account.move", bill, ["amount_untaxed", "currency_id", "create_uid"], cancellationToken) is not { } made
            || made.Link("create_uid")?.Id != await run.Desk.Rights.MyIdAsync(run.Caller, cancellationToken))
        {
            return null;
        }

        run.Made["bill"] = bill;
        run.Notes.Add($"The draft bill is over {Phrase.Money(made.Number("amount_untaxed"), made.CurrencyOf())} net.");
        return bill;
    }

    private ToolResult Draft(ToolContext context, OdooRow order, IReadOnlyList<OdooRow> lines)
    {
        var (name, who, currency) = (order.Text("name")!, Phrase.Clean(order.Link("partner_id")?.Name, 80), order.CurrencyOf());
        var sheet = new DraftSheet(Definition.Name, context, Client);
        var record = sheet.Purchase(order);
        var parts = lines.Select(l => (l.ProductOf(), Math.Round(l.Number("product_qty") > 0 ? l.Number("price_subtotal") * l.Number("qty_to_invoice") / l.Number("product_qty") : 0, 2))).ToList();
        sheet.Stand(sheet.Sheet.Sum($"bill:{order.Id}", "To be billed", parts, currency, "quantity to bill × price, over the lines"));
        foreach (var line in lines)
        {
            sheet.Watch("purchase.order.line", line, $"{line.ProductOf()} on {name}");
            sheet.Change(record, "invoice_ids", $"{line.ProductOf()} to bill", null, Phrase.Quantity(line.Number("qty_to_invoice"), line.Link("product_uom_id")?.Name ?? string.Empty));
        }

        var value = parts.Sum(p => p.Item2);
        sheet.Execution["order"] = order.Id;
        sheet.Execution["bills"] = new JsonArray([.. order.Links("invoice_ids").Select(i => (JsonNode)i)]);
        sheet.Warn("The bill is a draft without the supplier's number and day; both are entered from the paper before it is posted");
        return sheet.Finish($"Make a draft vendor bill for {name} of {who} over {Phrase.Money(value, currency)} net", new Exposure(value, currency), RiskClass.Low);
    }
}
