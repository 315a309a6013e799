using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Purchasing;

/// <summary>Writes to a supplier about what is outstanding on a purchase order, from the order, so that the answer lands there.</summary>
internal sealed class ExpediteReceiptTool(ActionDesk desk) : ActionTool(desk)
{
    private const int MostLines = 10;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.expedite_receipt",
        Description = "Sends the supplier of one purchase order a message asking to confirm or speed up the delivery; drafts the words from what is outstanding, or takes given ones.",
        Ability = "I can write to a supplier to hurry up or confirm a delivery",
        Status = "drafting the message…",
        Parameters = [Subject.Purchase, Subject.Message("The words of the message; drafted from the order when left out.")],
        Touches = [DataClass.Purchasing],
        Writes = true,
        MaxRoundTrips = 8,
    };

    protected override string Area => "purchase orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var (subject, stop) = await ChangeableAsync(context, arguments, Subject.Purchase, "Which purchase order is it about?", cancellationToken);
        if (subject is null)
        {
            return stop!;
        }

        var order = await Desk.OneAsync(context.Caller, "purchase.order", subject.Id, PurchaseReads.Fields, cancellationToken);
        if (order is null || order.Link("partner_id") is not { } supplier)
        {
            return NotFound("I found no such purchase order among those you may see.");
        }

        var open = (await PurchaseReads.LinesAsync(Desk, context.Caller, order.Id, cancellationToken)).Where(l => l.Number("qty_received") < l.Number("product_qty")).ToList();
        if (order.Text("state") == "cancel" || (open.Count == 0 && arguments.Text("message") is null))
        {
            return NotFound(order.Text("state") == "cancel" ? $"{subject.Name} is cancelled." : $"Everything of {subject.Name} has been received: there is nothing to hurry.");
        }

        var partner = await Desk.OneAsync(context.Caller, "res.partner", supplier.Id, ["email"], cancellationToken);
        return Draft(context, order, supplier, open, partner?.Text("email") is not null, arguments.Text("message"));
    }

    protected override IReadOnlyList<Deed> Deeds(ActionRun run) =>
    [
        new()
        {
            Text = "the message is sent",
            Look = async (r, token) => await Chatter.FindAsync(r, "purchase.order", r.Id("order"), token, Chatter.Mark(r.Order)) is { } id ? (Proof.ByReference, new RecordRef("mail.message", id)) : (Proof.NotDone, null),
            Do = async r => await Chatter.PostAsync(r, "purchase.order", r.Id("order"), $"{r.Text("message")}\n\n{Chatter.Mark(r.Order)}", "mail.mt_comment", r.Ids("partners")) is { } id ? new RecordRef("mail.message", id) : null,
        },
        Chatter.Trace("purchase.order", run.Id("order")),
    ];

    private ToolResult Draft(ToolContext context, OdooRow order, (int Id, string Name) supplier, List<OdooRow> open, bool hasMail, string? words)
    {
        var (name, who) = (order.Text("name")!, Phrase.Clean(supplier.Name, 80));
        var sheet = new DraftSheet(Definition.Name, context, Client);
        var record = sheet.Purchase(order);
        foreach (var line in open)
        {
            var (code, unit) = (line.ProductOf(), line.Link("product_uom_id")?.Name ?? "Units");
            var due = sheet.Sheet.Days.Of(line.Moment("date_planned"));
            sheet.Stand(sheet.Sheet.Record(
                "purchase.order.line", line.Id, $"{code} on {name}", $"{code}: {Phrase.Quantity(line.Number("product_qty"), unit)} ordered, {Phrase.Quantity(line.Number("qty_received"), unit)} received", line,
                [FactOf.Code("Product", code), FactOf.Quantity("Outstanding", line.Number("product_qty") - line.Number("qty_received"), unit), .. due is { } d ? [FactOf.Date("Due", d)] : Array.Empty<Fact>()]));
        }

        sheet.Stand(sheet.Sheet.Count($"open:{order.Id}", "Outstanding lines", open.Select(l => l.ProductOf()), "lines of which less was received than ordered"));
        var message = words ?? Letter(sheet, order, who, open, context.Caller.DisplayName);
        sheet.Execution["order"] = order.Id;
        sheet.Execution["message"] = message;
        sheet.Execution["partners"] = new JsonArray(supplier.Id);
        sheet.Change(record, "message_ids", $"Message to {who}", null, message);
        sheet.Asked(FactOf.Text("Message", DraftSheet.Quote(message)));
        sheet.Warn(hasMail
            ? "The supplier is sent this by e-mail; it cannot be called back"
            : $"{who} has no e-mail address in Odoo: the message would stand in the order's history only");
        return sheet.Finish(
            $"Write to {who} about {(open.Count > 0 ? $"{Phrase.Count(open.Count, "outstanding line", "outstanding lines")} of " : string.Empty)}{name}: \"{DraftSheet.Quote(message)}\"",
            new Exposure(order.Number("amount_untaxed"), order.CurrencyOf()),
            RiskClass.Medium);
    }

    /// <summary>The request in plain words: what is outstanding, since when it is due, and what we want to know.</summary>
    private static string Letter(DraftSheet sheet, OdooRow order, string who, List<OdooRow> open, string sender)
    {
        var reference = order.Text("partner_ref") is { } theirs ? $" (your reference {Phrase.Clean(theirs, 60)})" : string.Empty;
        var lines = open.Take(MostLines).Select(l =>
        {
            var due = sheet.Sheet.Days.Of(l.Moment("date_planned"));
            var quantity = Phrase.Quantity(l.Number("product_qty") - l.Number("qty_received"), l.Link("product_uom_id")?.Name ?? string.Empty);
            return $"- {l.ProductOf()}: {quantity}{(due is { } d ? d < sheet.Context.Today ? $", was due {Phrase.Day(d)}" : $", due {Phrase.Day(d)}" : string.Empty)}";
        });
        var more = open.Count > MostLines ? $"\n- and {open.Count - MostLines} more lines of the order" : string.Empty;
        return $"Dear {who},\n\nthe following of our order {order.Text("name")}{reference} is outstanding:\n{string.Join('\n', lines)}{more}\n\n"
            + $"Please confirm the delivery date of each line, or tell us the earliest day you can deliver and what you can send in part.\n\nKind regards\n{Phrase.Clean(sender, 80)}";
    }
}
