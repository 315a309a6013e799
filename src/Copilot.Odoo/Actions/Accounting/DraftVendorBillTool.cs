using System.Globalization;
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
    private const int LongestNumber = 60;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.draft_vendor_bill",
        Description = "Makes a draft vendor bill for what one purchase order has to be billed, with the number and day of the supplier's paper where they are given. It is not posted and not paid.",
        Ability = "I can draft the vendor bill of a purchase order",
        Status = "preparing the bill…",
        Parameters = [Subject.Purchase, Subject.Message("The supplier's own number of the bill."), Parameters.Day("bill_date", SlotKind.Day, "The day that stands on the supplier's bill.")],
        Touches = [DataClass.Receivables, DataClass.Purchasing],
        Writes = true,
        MaxRoundTrips = 10,
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
            : await DraftAsync(context, order, lines, arguments.Text("message") is { } number ? Phrase.Clean(number, LongestNumber) : null, arguments.Day("bill_date"), cancellationToken);
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
        .. run.TextOrNone("reference") is null && run.TextOrNone("bill_date") is null ? Array.Empty<Deed>() :
        [
            new()
            {
                Text = "the bill holds what the supplier's paper says",
                Look = async (r, token) => r.Made.GetValueOrDefault("bill") is > 0 and var bill && await r.ReadAsync("account.move", bill, ["ref", "invoice_date", "write_uid"], token) is { } row && Paper(r).All(v => row.Text(v.Key) == (string?)v.Value)
                    ? (await r.WhoseAsync(row, token), new RecordRef("account.move", bill)) : (Proof.NotDone, null),
                Do = async r =>
                {
                    if (r.Made.GetValueOrDefault("bill") is not (> 0 and var bill))
                    {
                        return null;
                    }

                    await r.WriteAsync("account.move", bill, Paper(r));
                    return new RecordRef("account.move", bill);
                },
            },
        ],
        new()
        {
            Text = "the bill's history says where it comes from",
            Look = async (r, token) => r.Made.GetValueOrDefault("bill") is > 0 and var bill && await Chatter.FindAsync(r, "account.move", bill, token) is { } id ? (Proof.ByReference, new RecordRef("mail.message", id)) : (Proof.NotDone, null),
            Do = async r => r.Made.GetValueOrDefault("bill") is > 0 and var bill && await Chatter.PostAsync(r, "account.move", bill, Chatter.Words(r.Order), "mail.mt_note") is { } id ? new RecordRef("mail.message", id) : null,
        },
    ];

    /// <summary>What is written on the bill from the paper, in Odoo's words.</summary>
    private static Dictionary<string, object?> Paper(ActionRun run)
    {
        var values = new Dictionary<string, object?>();
        if (run.TextOrNone("reference") is { } reference)
        {
            values["ref"] = reference;
        }

        if (run.TextOrNone("bill_date") is { } day)
        {
            values["invoice_date"] = day;
        }

        return values;
    }

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

    private async Task<ToolResult> DraftAsync(ToolContext context, OdooRow order, IReadOnlyList<OdooRow> lines, string? number, DateOnly? day, CancellationToken cancellationToken)
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
        await PaperAsync(sheet, record, order, number, day, cancellationToken);
        return sheet.Finish($"Make a draft vendor bill for {name} of {who} over {Phrase.Money(value, currency)} net{(number is null ? string.Empty : $", the supplier's number {number}")}", new Exposure(value, currency), RiskClass.Low);
    }

    /// <summary>What the supplier's paper says; a number that another bill of the supplier has already is told before anybody approves.</summary>
    private async Task PaperAsync(DraftSheet sheet, RecordRef record, OdooRow order, string? number, DateOnly? day, CancellationToken cancellationToken)
    {
        if (number is not null)
        {
            sheet.Asked(FactOf.Code("Supplier's number", number));
            sheet.Execution["reference"] = number;
            sheet.Change(record, "invoice_ids", "Supplier's number on the bill", null, number);
            var twins = await Desk.ManyAsync(
                sheet.Context.Caller, "account.move", OdooDomain.Where("ref", "=", number).And("move_type", "=", "in_invoice").And("state", "!=", "cancel").And("partner_id", "child_of", order.LinkId("partner_id")), ["name", "ref"], cancellationToken, limit: 1);
            foreach (var twin in twins)
            {
                var name = twin.Text("name") is { Length: > 1 } known ? known : "a draft bill";
                var id = sheet.Sheet.Record("account.move", twin.Id, $"Bill {name}", $"{name}, the supplier's number {number}", twin, FactOf.Code("Bill", name), FactOf.Code("Supplier's number", number));
                sheet.Warn($"{name} has this number already: the bill may have come twice", id);
            }
        }

        if (day is { } on)
        {
            sheet.Asked(FactOf.Date("Day of the bill", on));
            sheet.Execution["bill_date"] = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            sheet.Change(record, "invoice_ids", "Day of the bill", null, Phrase.Day(on));
        }

        if (number is null || day is null)
        {
            sheet.Warn($"The bill is a draft without the supplier's {(number is not null ? "day" : day is not null ? "number" : "number and day")}; {(number is null && day is null ? "both are" : "it is")} entered from the paper before it is posted");
        }
    }
}
