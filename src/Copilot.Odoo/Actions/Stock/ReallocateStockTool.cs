using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Stock;

/// <summary>
/// Gives one delivery the stock that is reserved for another: the first is released, the second reserves, the first reserves what is left.
/// Three calls of Odoo; the last one always runs once the first has, so that nothing stays released by a fault in between.
/// </summary>
internal sealed class ReallocateStockTool(ActionDesk desk) : ActionTool(desk)
{
    private static readonly ToolParameter Orders = new() { Name = "orders", Type = ParameterType.TextList, Slot = SlotKind.SalesOrder, Description = "Sales orders: the one to take stock from, then the one to give it to." };
    private static readonly ToolParameter Transfers = new() { Name = "transfers", Type = ParameterType.TextList, Slot = SlotKind.Transfer, Description = "Deliveries: the one to take stock from, then the one to give it to." };

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.reallocate_stock",
        Description = "Moves reserved stock from one order or delivery to another one that is short. Needs both. Not for moving goods between warehouses.",
        Ability = "I can give one order the stock that is reserved for another",
        Status = "comparing the two deliveries…",
        Parameters = [Orders, Transfers],
        Touches = [DataClass.Stock, DataClass.Sales],
        Writes = true,
        MaxRoundTrips = 16,
    };

    protected override string Area => "stock and transfers";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "stock.picking", cancellationToken))
        {
            return Denied();
        }

        var named = arguments.Texts("orders").Select(n => (Kind: SlotKind.SalesOrder, Name: n)).Concat(arguments.Texts("transfers").Select(n => (Kind: SlotKind.Transfer, Name: n))).Distinct().ToList();
        if (named.Count != 2)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "From which order or delivery shall I take the stock, and which one shall get it?" };
        }

        var (order, isSure) = Direction.Sort(context.Question, [named[0].Name, Direction.Digits(named[0].Name)], [named[1].Name, Direction.Digits(named[1].Name)]);
        var sides = new List<(OdooRow Transfer, string Name)>();
        foreach (var (kind, name) in order ? named : named.AsEnumerable().Reverse())
        {
            var (transfer, stop) = await SideAsync(context.Caller, kind, name, cancellationToken);
            if (stop is not null)
            {
                return stop;
            }

            sides.Add((transfer!, name));
        }

        if (!await Desk.Rights.MayAsync(context.Caller, "stock.picking", "write", cancellationToken, sides[0].Transfer.Id, sides[1].Transfer.Id))
        {
            return NotAllowed("transfers");
        }

        return sides[0].Transfer.Id == sides[1].Transfer.Id
            ? NotFound("Both are the same delivery.")
            : await DraftAsync(context, sides[0].Transfer, sides[1].Transfer, isSure, cancellationToken);
    }

    protected override IReadOnlyList<Deed> Deeds(ActionRun run) =>
    [
        new()
        {
            Text = $"{run.Text("from_name")} is released",
            Look = async (r, token) => (await TransferReads.MovesAsync(Desk, r.Caller, [r.Id("from")], token)).All(m => m.Reserved == 0) || await HasItAsync(r, token)
                ? (Proof.ByState, new RecordRef("stock.picking", r.Id("from")))
                : (Proof.NotDone, null),
            Do = r => PressAsync(r, "from", "do_unreserve"),
        },
        new()
        {
            Text = $"{run.Text("to_name")} has the stock",
            Look = async (r, token) => await HasItAsync(r, token) ? (Proof.ByState, new RecordRef("stock.picking", r.Id("to"))) : (Proof.NotDone, null),
            Do = async r =>
            {
                await PressAsync(r, "to", "action_assign");
                await SayAsync(r);
                return new RecordRef("stock.picking", r.Id("to"));
            },
        },
        new()
        {
            Text = $"{run.Text("from_name")} has reserved what is left",
            Always = true,
            Look = (_, _) => Task.FromResult<(Proof, RecordRef?)>((Proof.NotDone, null)),
            Do = r => PressAsync(r, "from", "action_assign"),
        },
        Chatter.Trace("stock.picking", run.Id("to")),
    ];

    protected override async Task<string?> ObstacleAsync(ActionRun run, CancellationToken cancellationToken)
    {
        var moves = await TransferReads.MovesAsync(Desk, run.Caller, [run.Id("from"), run.Id("to")], cancellationToken);
        var changed = run.Draft.Execution["moves"]!.AsArray().Any(m => moves.FirstOrDefault(x => x.Id == m!["from_move"]!.GetValue<int>()) is not { } from || from.Reserved != m!["from_before"]!.GetValue<decimal>()
            || moves.FirstOrDefault(x => x.Id == m["to_move"]!.GetValue<int>()) is not { } to || to.Reserved != m["to_before"]!.GetValue<decimal>());
        return changed ? "What is reserved for the two deliveries has changed since this was prepared; nothing was written. Ask again to have it prepared on what it is now." : null;
    }

    private static async Task<RecordRef?> PressAsync(ActionRun run, string side, string button)
    {
        await run.PressAsync("stock.picking", run.Id(side), button);
        return new RecordRef("stock.picking", run.Id(side));
    }

    private async Task<bool> HasItAsync(ActionRun run, CancellationToken cancellationToken)
    {
        var now = (await TransferReads.MovesAsync(Desk, run.Caller, [run.Id("to")], cancellationToken)).ToDictionary(m => m.Id, m => m.Reserved);
        return run.Draft.Execution["moves"]!.AsArray().All(m => now.TryGetValue(m!["to_move"]!.GetValue<int>(), out var reserved) && reserved >= m["to_after"]!.GetValue<decimal>());
    }

    private async Task SayAsync(ActionRun run)
    {
        var now = (await TransferReads.MovesAsync(Desk, run.Caller, [run.Id("to")], CancellationToken.None)).ToDictionary(m => m.Id);
        foreach (var target in run.Draft.Execution["moves"]!.AsArray().Where(m => now.ContainsKey(m!["to_move"]!.GetValue<int>())))
        {
            var move = now[target!["to_move"]!.GetValue<int>()];
            run.Notes.Add($"{move.Product}: {Phrase.Number(move.Reserved)} of {Phrase.Quantity(move.Wanted, move.Unit)} are reserved for {run.Text("to_name")} now.");
            run.FellShort |= move.Reserved < target["to_after"]!.GetValue<decimal>();
        }
    }

    /// <summary>The one open delivery a name means.</summary>
    private async Task<(OdooRow? Transfer, ToolResult? Stop)> SideAsync(Caller caller, SlotKind kind, string name, CancellationToken cancellationToken)
    {
        var found = await Desk.Names.FindAsync(caller, kind, name, cancellationToken);
        if (found.Count != 1)
        {
            return (null, NotFound($"I found no single order or delivery called {Phrase.Quoted(name)} among those you may see."));
        }

        var subject = new Subject(kind == SlotKind.SalesOrder ? "sale.order" : "stock.picking", found[0].Id, found[0].Name, string.Empty);
        var open = (await TransferReads.TransfersAsync(Desk, caller, subject, cancellationToken)).Where(t => t.Text("state") is not ("done" or "cancel")).ToList();
        return open.Count == 1 ? (open[0], null)
            : open.Count == 0 ? (null, NotFound($"{subject.Name} has no open delivery."))
            : (null, new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = $"{subject.Name} has several open deliveries: which one, {Phrase.List(open.Select(t => t.Text("name")!), "or")}?" });
    }

    private async Task<ToolResult> DraftAsync(ToolContext context, OdooRow from, OdooRow to, bool isSure, CancellationToken cancellationToken)
    {
        var moves = await TransferReads.MovesAsync(Desk, context.Caller, [from.Id, to.Id], cancellationToken);
        var free = await TransferReads.FreeAsync(Desk, context.Caller, [.. moves.Where(m => m.PickingId == to.Id)], cancellationToken);
        var (giver, taker) = (from.Text("name")!, to.Text("name")!);
        var takes = new List<(OpenMove From, OpenMove To, decimal Taken, decimal Lost)>();
        foreach (var want in moves.Where(m => m.PickingId == to.Id && m.Missing > 0))
        {
            if (moves.FirstOrDefault(m => m.PickingId == from.Id && m.ProductId == want.ProductId && m.FromId == want.FromId && m.Reserved > 0) is { } have)
            {
                var spare = free.GetValueOrDefault((want.ProductId, want.FromId));
                var taken = Math.Min(want.Missing, have.Reserved + spare);
                takes.Add((have, want, taken, Math.Max(0, taken - spare)));
            }
        }

        if (takes.Count == 0)
        {
            return NotFound($"Nothing that is reserved for {giver} is missing on {taker}.");
        }

        var sheet = new DraftSheet(Definition.Name, context, Client) { Confidence = isSure ? 1 : 0.6 };
        var (source, target) = (sheet.Transfer(from, moves), sheet.Transfer(to, moves));
        Fill(sheet, from, to, takes);
        foreach (var (have, want, taken, lost) in takes)
        {
            var calculation = sheet.Stand(sheet.Sheet.Calculate(
                $"taken:{want.Id}", $"{want.Product} taken from {giver}", CalculationOperation.Model,
                [FactOf.Quantity("Missing", want.Missing, want.Unit), FactOf.Quantity("Reserved for the other", have.Reserved, have.Unit)],
                FactOf.Quantity("Goes over", taken, want.Unit), "what is missing, as far as the other's reservation and free stock reach",
                FactOf.Code("Product", want.Product), FactOf.Quantity("Taken from the other", lost, want.Unit), FactOf.Quantity("Left for the other", have.Reserved - lost, have.Unit)));
            sheet.Change(target, "quantity", $"{want.Product} reserved for {taker}", Phrase.Quantity(want.Reserved, want.Unit), Phrase.Quantity(want.Reserved + taken, want.Unit));
            sheet.Change(source, "quantity", $"{want.Product} reserved for {giver}", Phrase.Quantity(have.Reserved, have.Unit), Phrase.Quantity(have.Reserved - lost, have.Unit));
            if (lost > 0)
            {
                sheet.Warn($"{giver} ({from.Text("origin") ?? from.Link("partner_id")?.Name}) is left with {Phrase.Number(have.Reserved - lost)} of {Phrase.Quantity(have.Wanted, have.Unit)} of {want.Product}", [calculation, .. sheet.All]);
            }
        }

        sheet.Warn("Between the steps the stock is free for a moment; should another delivery take it, you are told");
        return sheet.Finish(
            $"Take {Phrase.List(takes.Select(t => $"{Phrase.Quantity(t.Taken, t.To.Unit)} of {t.To.Product}"))} from {giver} for {taker}",
            await TransferReads.WorthAsync(Desk, context.Caller, takes.Select(t => (t.To.ProductId, t.Taken)), cancellationToken),
            RiskClass.Medium);
    }

    private static void Fill(DraftSheet sheet, OdooRow from, OdooRow to, List<(OpenMove From, OpenMove To, decimal Taken, decimal Lost)> takes)
    {
        sheet.Execution["from"] = from.Id;
        sheet.Execution["from_name"] = from.Text("name");
        sheet.Execution["to"] = to.Id;
        sheet.Execution["to_name"] = to.Text("name");
        sheet.Execution["moves"] = new JsonArray([.. takes.Select(t => (JsonNode)new JsonObject
        {
            ["from_move"] = t.From.Id,
            ["from_before"] = t.From.Reserved,
            ["to_move"] = t.To.Id,
            ["to_before"] = t.To.Reserved,
            ["to_after"] = t.To.Reserved + t.Taken,
        })]);
    }
}
