using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Sales;

/// <summary>Takes the credit hold off a sales order, or puts it back as the undoing of that.</summary>
internal sealed class ReleaseCreditHoldTool(ActionDesk desk) : ActionTool(desk)
{
    private const int Delete = 3;
    private const int Link = 4;

    private static readonly string[] Invoices = ["out_invoice", "out_refund"];
    private static readonly string[] Unpaid = ["not_paid", "partial"];

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.release_credit_hold",
        Description = "Releases one sales order from credit hold so that it may ship. Shows what the customer owes. Not for explaining why an order is on hold.",
        Ability = "I can release an order from credit hold",
        Status = "preparing the release…",
        Parameters = [Subject.Order, Subject.Message("Why, for the record.")],
        Touches = [DataClass.Sales],
        Writes = true,
        MaxRoundTrips = 10,
    };

    protected override string Area => "sales orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var (subject, stop) = await ChangeableAsync(context, arguments, Subject.Order, "Which order shall I release from credit hold?", cancellationToken);
        if (subject is null)
        {
            return stop!;
        }

        var tag = await CreditHold.TagAsync(Desk, context.Caller, cancellationToken);
        var order = await Desk.OneAsync(context.Caller, "sale.order", subject.Id, ActionReads.OrderFields, cancellationToken);
        return order is null ? NotFound("I found no such sales order among those you may see.")
            : tag is null || !order.Links("tag_ids").Contains(tag.Value) ? NotFound($"{subject.Name} is not on credit hold: it does not carry the tag {Phrase.Quoted(Desk.Conventions.CreditHoldTag)}.")
            : await DraftAsync(context, order, tag.Value, arguments.Text("message"), cancellationToken);
    }

    protected override IReadOnlyList<Deed> Deeds(ActionRun run)
    {
        var takes = run.Text("mode") == "release";
        return
        [
            new()
            {
                Text = takes ? "the credit hold is taken off" : "the credit hold is put back",
                Look = async (r, token) => await r.ReadAsync("sale.order", r.Id("order"), ["tag_ids", "write_uid"], token) is { } order && order.Links("tag_ids").Contains(r.Id("tag")) != takes
                    ? (await r.WhoseAsync(order, token), new RecordRef("sale.order", order.Id))
                    : (Proof.NotDone, null),
                Do = async r =>
                {
                    await r.WriteAsync("sale.order", r.Id("order"), new() { ["tag_ids"] = new object?[] { new object?[] { takes ? Delete : Link, r.Id("tag"), 0 } } });
                    return new RecordRef("sale.order", r.Id("order"));
                },
            },
            Chatter.Trace("sale.order", run.Id("order")),
        ];
    }

    protected override async Task<ActionDraft?> UndoAsync(ActionRun run, CancellationToken cancellationToken)
    {
        if (run.Text("mode") != "release" || await run.ReadAsync("sale.order", run.Id("order"), ActionReads.OrderFields, cancellationToken) is not { } order)
        {
            return null;
        }

        var sheet = new DraftSheet(Definition.Name, new ToolContext { Caller = run.Caller, TurnId = run.Order.ProposalId, Question = string.Empty, Now = run.Order.Now }, Client);
        Fill(sheet, await sheet.OrderAsync(Desk, order, cancellationToken), order.Id, run.Id("tag"), "hold");
        return sheet.Draft($"Put {order.Text("name")} back on credit hold", new Exposure(order.Number("amount_untaxed"), order.CurrencyOf()), RiskClass.Low);
    }

    private async Task<ToolResult> DraftAsync(ToolContext context, OdooRow order, int tag, string? reason, CancellationToken cancellationToken)
    {
        var (name, customer, currency) = (order.Text("name")!, order.Link("partner_id")?.Name ?? "?", order.CurrencyOf());
        var sheet = new DraftSheet(Definition.Name, context, Client) { Reason = reason };
        Fill(sheet, await sheet.OrderAsync(Desk, order, cancellationToken), order.Id, tag, "release");
        await WarnOfDebtAsync(sheet, context, order, customer, cancellationToken);
        return sheet.Finish(
            $"Release {name} ({Phrase.Clean(customer, 80)}, {Phrase.Money(order.Number("amount_untaxed"), currency)} net) from credit hold",
            new Exposure(order.Number("amount_untaxed"), currency),
            RiskClass.High);
    }

    private static void Fill(DraftSheet sheet, RecordRef record, int order, int tag, string mode)
    {
        sheet.Execution["order"] = order;
        sheet.Execution["tag"] = tag;
        sheet.Execution["mode"] = mode;
        sheet.Change(record, "tag_ids", "Credit hold", mode == "release" ? "yes" : "no", mode == "release" ? "no" : "yes");
    }

    /// <summary>What the customer owes, where the caller may see it; that it cannot be seen is said too.</summary>
    private async Task WarnOfDebtAsync(DraftSheet sheet, ToolContext context, OdooRow order, string customer, CancellationToken cancellationToken)
    {
        if (order.Link("partner_id") is not { } partner)
        {
            return;
        }

        if (!await Client.MayReadAsync(context.Caller, "account.move", cancellationToken))
        {
            sheet.Warn("Your account may not read invoices, so what the customer owes is not in this proposal");
            return;
        }

        var open = await Desk.ManyAsync(
            context.Caller,
            "account.move",
            OdooDomain.Where("partner_id", "child_of", partner.Id).And("move_type", "in", Invoices).And("state", "=", "posted").And("payment_state", "in", Unpaid),
            ["name", "amount_residual_signed", "invoice_date_due"],
            cancellationToken,
            limit: 2000);
        if (open.Count == 0)
        {
            return;
        }

        var currency = await Desk.CurrencyAsync(context.Caller, cancellationToken);
        var owed = sheet.Sheet.Sum($"owed:{partner.Id}", "Open balance", open.Select(i => (i.Text("name") ?? "?", i.Number("amount_residual_signed"))), currency, "open amounts of posted invoices");
        var late = open.Where(i => i.Date("invoice_date_due") < context.Today).ToList();
        var overdue = sheet.Sheet.Sum($"overdue:{partner.Id}", "Overdue", late.Select(i => (i.Text("name") ?? "?", i.Number("amount_residual_signed"))), currency, "open amounts of posted invoices past their due day");
        sheet.Stand(owed);
        sheet.Warn(
            $"{Phrase.Clean(customer, 80)} owes {Phrase.Money(open.Sum(i => i.Number("amount_residual_signed")), currency)}, of which {Phrase.Money(late.Sum(i => i.Number("amount_residual_signed")), currency)} is overdue", owed, overdue);
    }
}
