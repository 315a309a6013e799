using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Stock;

/// <summary>
/// Splits a delivery: what is reserved stays, the rest goes into a delivery of its own that waits. The new delivery, the moves it takes over
/// and the quantities that shrink are one call and so one transaction of Odoo; the reference is in the new delivery's note.
/// </summary>
internal sealed class SplitShipmentTool(ActionDesk desk) : ActionTool(desk)
{
    private static readonly IReadOnlyList<string> Taken = ["picking_type_id", "partner_id", "location_id", "location_dest_id", "group_id", "carrier_id", "company_id"];

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.split_shipment",
        Description = "Splits the delivery of one order or one transfer: what is reserved can leave now, the rest waits in a second delivery.",
        Ability = "I can split a delivery so that what is there leaves first",
        Status = "looking at what is ready…",
        Parameters = [Subject.Order, Subject.Transfer],
        Touches = [DataClass.Stock, DataClass.Sales],
        Writes = true,
        MaxRoundTrips = 12,
    };

    protected override string Area => "stock and transfers";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "stock.picking", cancellationToken))
        {
            return Denied();
        }

        var (subject, stop) = await Subject.FindAsync(Desk, context, arguments, [Subject.Transfer, Subject.Order], "Which order or delivery shall I split?", cancellationToken);
        if (subject is null)
        {
            return stop!;
        }

        var open = (await TransferReads.TransfersAsync(Desk, context.Caller, subject, cancellationToken)).Where(t => t.Text("state") is not ("done" or "cancel")).ToList();
        if (open.Count != 1)
        {
            return open.Count == 0 ? NotFound($"{subject.Name} has no open delivery to split.")
                : new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = $"{subject.Name} has several open deliveries: which one, {Phrase.List(open.Select(t => t.Text("name")!), "or")}?" };
        }

        if (!await Desk.Rights.MayAsync(context.Caller, "stock.picking", "write", cancellationToken, open[0].Id) || !await Desk.Rights.MayAsync(context.Caller, "stock.picking", "create", cancellationToken))
        {
            return NotAllowed("transfers");
        }

        var moves = await TransferReads.MovesAsync(Desk, context.Caller, [open[0].Id], cancellationToken);
        return moves.All(m => m.Missing == 0) ? NotFound($"Everything of {open[0].Text("name")} is reserved: there is nothing to split off.")
            : moves.All(m => m.Reserved == 0) ? NotFound($"Nothing is reserved for {open[0].Text("name")}: there is nothing that could leave first.")
            : await DraftAsync(context, open[0], moves, cancellationToken);
    }

    protected override Task<IReadOnlyList<NeededRight>> NeedsAsync(ActionRun run, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<NeededRight>>([new("stock.picking", "create", []), new("stock.picking", "write", []), new("stock.move", "create", []), new("stock.move", "write", [])]);

    protected override IReadOnlyList<Deed> Deeds(ActionRun run) =>
    [
        new()
        {
            Text = "the rest is in a delivery of its own",
            Look = async (r, token) => await MadeAsync(r, token) is { } made ? (Proof.ByReference, new RecordRef("stock.picking", made.Id)) : (Proof.NotDone, null),
            Do = async r =>
            {
                r.Made["rest"] = await r.CreateAsync("stock.picking", await ValuesAsync(r));
                return new RecordRef("stock.picking", r.Made["rest"]);
            },
        },
        new()
        {
            Text = "it is confirmed and waits",
            Look = async (r, token) => await MadeAsync(r, token) is { } made && made.Text("state") != "draft" ? (Proof.ByReference, new RecordRef("stock.picking", made.Id)) : (Proof.NotDone, null),
            Do = async r =>
            {
                await r.PressAsync("stock.picking", r.Made["rest"], "action_confirm");
                return new RecordRef("stock.picking", r.Made["rest"]);
            },
        },
        new()
        {
            Text = "the first delivery is ready",
            Look = async (r, token) => await MadeAsync(r, token) is not null && (await TransferReads.MovesAsync(Desk, r.Caller, [r.Id("transfer")], token)).All(m => m.Missing == 0)
                ? (Proof.ByReference, new RecordRef("stock.picking", r.Id("transfer")))
                : (Proof.NotDone, null),
            Do = async r =>
            {
                await r.PressAsync("stock.picking", r.Id("transfer"), "action_assign");
                if (await MadeAsync(r, CancellationToken.None) is { } made)
                {
                    r.Notes.Add($"The rest waits in {made.Text("name")}.");
                }

                return new RecordRef("stock.picking", r.Id("transfer"));
            },
        },
        Chatter.Trace("stock.picking", run.Id("transfer")),
    ];

    protected override async Task<string?> ObstacleAsync(ActionRun run, CancellationToken cancellationToken)
    {
        var now = (await TransferReads.MovesAsync(Desk, run.Caller, [run.Id("transfer")], cancellationToken)).ToDictionary(m => m.Id);
        var isSame = run.Draft.Execution["moves"]!.AsArray().All(m => now.TryGetValue(m!["move"]!.GetValue<int>(), out var move)
            && move.Wanted == m["wanted"]!.GetValue<decimal>() && move.Reserved == m["reserved"]!.GetValue<decimal>());
        return isSame && now.Count == run.Draft.Execution["moves"]!.AsArray().Count ? null : "What is reserved for the delivery has changed since this was prepared; nothing was written. Ask again to have it prepared on what it is now.";
    }

    private static async Task<OdooRow?> MadeAsync(ActionRun run, CancellationToken cancellationToken)
    {
        if (await run.SearchAsync("stock.picking", OdooDomain.Where("note", "ilike", run.Order.Reference), ["name", "state"], cancellationToken) is not [var made, ..])
        {
            return null;
        }

        run.Made["rest"] = made.Id;
        return made;
    }

    /// <summary>The new delivery with what it takes over: whole moves are handed over, of the others the missing part is copied and the first keeps what is reserved.</summary>
    private static async Task<Dictionary<string, object?>> ValuesAsync(ActionRun run)
    {
        var transfer = await run.ReadAsync("stock.picking", run.Id("transfer"), [.. Taken, "origin", "scheduled_date", "sale_id"], CancellationToken.None)
            ?? throw new OdooException(OdooFault.MissingRecord, "The delivery is gone.");
        var values = new Dictionary<string, object?>
        {
            ["origin"] = transfer.Text("origin"),
            ["scheduled_date"] = transfer.Text("scheduled_date"),
            ["backorder_id"] = run.Id("transfer"),
            ["note"] = Chatter.Html($"Split from {run.Text("name")}. Reference {run.Order.Reference}"),
        };
        foreach (var field in Taken.Where(f => transfer.Link(f) is not null))
        {
            values[field] = transfer.Link(field)!.Value.Id;
        }

        if (await run.Desk.Rights.VersionAsync(CancellationToken.None) >= SaleOnTransferSince && transfer.Link("sale_id") is { } sale)
        {
            values["sale_id"] = sale.Id;
        }

        var commands = new List<object?>();
        foreach (var move in run.Draft.Execution["moves"]!.AsArray())
        {
            var (id, wanted, reserved) = (move!["move"]!.GetValue<int>(), move["wanted"]!.GetValue<decimal>(), move["reserved"]!.GetValue<decimal>());
            if (reserved == 0)
            {
                commands.Add(new object?[] { 4, id, 0 });
            }
            else if (reserved < wanted)
            {
                var copied = await run.Desk.Client.CallAsync(
                    run.Caller, new OdooCall { Model = "stock.move", Method = "copy_data", Arguments = [new[] { id }], IsRead = true }, CancellationToken.None);
                commands.Add(new object?[] { 0, 0, MoveCopy.Values(copied, wanted - reserved) });
                commands.Add(new object?[] { 1, id, new Dictionary<string, object?> { ["product_uom_qty"] = reserved } });
            }
        }

        values["move_ids"] = commands.ToArray();
        return values;
    }

    /// <summary>Since 19 the sales order is a field of the transfer of its own; before, it follows from the group.</summary>
    private const int SaleOnTransferSince = 19;

    private async Task<ToolResult> DraftAsync(ToolContext context, OdooRow transfer, IReadOnlyList<OpenMove> moves, CancellationToken cancellationToken)
    {
        var name = transfer.Text("name")!;
        var sheet = new DraftSheet(Definition.Name, context, Client);
        var record = sheet.Transfer(transfer, moves);
        sheet.Execution["transfer"] = transfer.Id;
        sheet.Execution["name"] = name;
        sheet.Execution["moves"] = new JsonArray([.. moves.Select(m => (JsonNode)new JsonObject { ["move"] = m.Id, ["wanted"] = m.Wanted, ["reserved"] = m.Reserved })]);
        foreach (var move in moves.Where(m => m.Missing > 0))
        {
            sheet.Stand(sheet.Sheet.Calculate(
                $"rest:{move.Id}", $"{move.Product} not reserved", CalculationOperation.Difference, [FactOf.Quantity("Wanted", move.Wanted, move.Unit), FactOf.Quantity("Reserved", move.Reserved, move.Unit)],
                FactOf.Quantity("Rest", move.Missing, move.Unit), "wanted - reserved", FactOf.Code("Product", move.Product)));
            sheet.Change(record, "product_uom_qty", $"{move.Product} on {name}", Phrase.Quantity(move.Wanted, move.Unit), Phrase.Quantity(move.Reserved, move.Unit));
            sheet.Change(null, "product_uom_qty", $"{move.Product} on the second delivery", null, Phrase.Quantity(move.Missing, move.Unit));
        }

        sheet.Warn("A split delivery is not put together again by Odoo; the customer gets two deliveries, which agreements may forbid or charge for");
        var (now, rest) = (moves.Where(m => m.Reserved > 0).ToList(), moves.Where(m => m.Missing > 0).ToList());
        return sheet.Finish(
            $"Split {name} ({transfer.Text("origin")}): {Phrase.List(now.Select(m => $"{Phrase.Quantity(m.Reserved, m.Unit)} of {m.Product}"))} can leave first, {Phrase.List(rest.Select(m => $"{Phrase.Quantity(m.Missing, m.Unit)} of {m.Product}"))} wait in a second delivery",
            await TransferReads.WorthAsync(Desk, context.Caller, now.Select(m => (m.ProductId, m.Reserved)), cancellationToken),
            RiskClass.Medium);
    }
}
