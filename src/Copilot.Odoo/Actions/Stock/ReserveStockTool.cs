using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Stock;

/// <summary>Reserves free stock for a delivery, or gives its reservation back.</summary>
internal sealed class ReserveStockTool(ActionDesk desk) : ActionTool(desk)
{
    private const string Release = "release";
    private const string Reserve = "reserve";

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.reserve_stock",
        Description = "Reserves free stock for one transfer or the open deliveries of one order, or releases (unreserves) what is reserved for it. Not for giving one delivery's stock to another.",
        Ability = "I can reserve stock for a delivery, or release it",
        Status = "looking at what is free…",
        Parameters =
        [
            Subject.Transfer,
            Subject.Order,
            Parameters.Choice(
                "mode",
                "reserve (default) to take free stock for it, release to give its stock back.",
                (Reserve, ["reserve", "allocate", "assign stock", "check availability", "set aside", "hold stock"]),
                (Release, ["unreserve", "release", "free up", "give back", "cancel the reservation", "unallocate", "drop the reservation"])),
        ],
        Touches = [DataClass.Stock],
        Writes = true,
        MaxRoundTrips = 13,
    };

    protected override string Area => "stock and transfers";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "stock.picking", cancellationToken))
        {
            return Denied();
        }

        var (subject, stop) = await Subject.FindAsync(Desk, context, arguments, [Subject.Transfer, Subject.Order], "For which delivery or order?", cancellationToken);
        if (subject is null)
        {
            return stop!;
        }

        var transfers = (await TransferReads.TransfersAsync(Desk, context.Caller, subject, cancellationToken)).Where(t => t.Text("state") is not ("done" or "cancel")).ToList();
        if (transfers.Count == 0)
        {
            return NotFound($"{subject.Name} has no open transfer: there is nothing to reserve or release.");
        }

        if (!await Desk.Rights.MayAsync(context.Caller, "stock.picking", "write", cancellationToken, [.. transfers.Select(t => t.Id)]))
        {
            return NotAllowed("transfers");
        }

        var moves = await TransferReads.MovesAsync(Desk, context.Caller, transfers.Select(t => t.Id), cancellationToken);
        return arguments.Text("mode") == Release
            ? await ReleaseAsync(context, subject, transfers, moves, cancellationToken)
            : await ReserveAsync(context, subject, transfers, moves, cancellationToken);
    }

    protected override IReadOnlyList<Deed> Deeds(ActionRun run)
    {
        var releases = run.Text("mode") == Release;
        var deeds = run.Ids("transfers").Select(transfer => new Deed
        {
            Text = releases ? "the stock is free again" : "the stock is reserved",
            Look = async (r, token) =>
            {
                var now = (await TransferReads.MovesAsync(Desk, r.Caller, [transfer], token)).ToDictionary(m => m.Id, m => m.Reserved);
                var wanted = Targets(r).Where(t => t.Transfer == transfer).ToList();
                return wanted.TrueForAll(t => now.TryGetValue(t.Move, out var reserved) && (releases ? reserved == 0 : reserved >= t.Quantity))
                    ? (Proof.ByState, new RecordRef("stock.picking", transfer))
                    : (Proof.NotDone, null);
            },
            Do = async r =>
            {
                await r.PressAsync("stock.picking", transfer, releases ? "do_unreserve" : "action_assign");
                await SayAsync(r, transfer);
                return new RecordRef("stock.picking", transfer);
            },
        });
        return [.. deeds, Chatter.Trace("stock.picking", run.Ids("transfers")[0])];
    }

    protected override async Task<string?> ObstacleAsync(ActionRun run, CancellationToken cancellationToken)
    {
        if (run.Text("mode") == Release)
        {
            return null;
        }

        var moves = await TransferReads.MovesAsync(Desk, run.Caller, run.Ids("transfers"), cancellationToken);
        var free = await TransferReads.FreeAsync(Desk, run.Caller, moves, cancellationToken);
        var short_ = Targets(run)
            .Select(t => (Target: t, Move: moves.FirstOrDefault(m => m.Id == t.Move)))
            .FirstOrDefault(t => t.Move is null || free.GetValueOrDefault((t.Move.ProductId, t.Move.FromId)) < t.Target.Quantity - t.Move.Reserved);
        return short_ == default ? null
            : short_.Move is null ? "A line of the transfer is gone or done meanwhile; nothing was written."
            : $"Of {short_.Move.Product} only {Phrase.Quantity(free.GetValueOrDefault((short_.Move.ProductId, short_.Move.FromId)), short_.Move.Unit)} are still free; nothing was written.";
    }

    protected override async Task<ActionDraft?> UndoAsync(ActionRun run, CancellationToken cancellationToken)
    {
        var moves = await TransferReads.MovesAsync(Desk, run.Caller, run.Ids("transfers"), cancellationToken);
        if (run.Text("mode") == Release || Targets(run).Any(t => t.Before > 0) || !moves.Any(m => m.Reserved > 0))
        {
            // Releasing takes all back, so it is an undoing only where nothing was reserved before; what was released may be taken by now.
            return null;
        }

        var transfers = await run.SearchAsync("stock.picking", OdooDomain.Where("id", "in", run.Ids("transfers")), TransferReads.Fields, cancellationToken);
        var sheet = new DraftSheet(Definition.Name, new ToolContext { Caller = run.Caller, TurnId = run.Order.ProposalId, Question = string.Empty, Now = run.Order.Now }, Client);
        Fill(sheet, Release, transfers, moves, [.. moves.Where(m => m.Reserved > 0).Select(m => (m, 0m))]);
        return sheet.Draft($"Release what is reserved for {Phrase.List(transfers.Select(t => t.Text("name")!))}", run.Draft.Exposure, RiskClass.Low);
    }

    /// <summary>What was approved for each move, and what it had before.</summary>
    private static IEnumerable<(int Transfer, int Move, decimal Quantity, decimal Before)> Targets(ActionRun run)
        => run.Draft.Execution["moves"]!.AsArray().Select(m => (m!["transfer"]!.GetValue<int>(), m["move"]!.GetValue<int>(), m["quantity"]!.GetValue<decimal>(), m["before"]!.GetValue<decimal>()));

    /// <summary>Says what is reserved now; less than was approved is said too.</summary>
    private async Task SayAsync(ActionRun run, int transfer)
    {
        var now = (await TransferReads.MovesAsync(Desk, run.Caller, [transfer], CancellationToken.None)).ToDictionary(m => m.Id);
        foreach (var target in Targets(run).Where(t => t.Transfer == transfer && now.ContainsKey(t.Move)))
        {
            var move = now[target.Move];
            run.Notes.Add($"{move.Product}: {Phrase.Number(move.Reserved)} of {Phrase.Quantity(move.Wanted, move.Unit)} are reserved now.");
            run.FellShort |= run.Text("mode") == Reserve ? move.Reserved < target.Quantity : move.Reserved > 0;
        }
    }

    private async Task<ToolResult> ReserveAsync(ToolContext context, Subject subject, List<OdooRow> transfers, IReadOnlyList<OpenMove> moves, CancellationToken cancellationToken)
    {
        var free = await TransferReads.FreeAsync(Desk, context.Caller, moves, cancellationToken);
        var left = new Dictionary<(int, int), decimal>(free);
        var takes = new List<(OpenMove Move, decimal Quantity)>();
        foreach (var move in moves.Where(m => m.Missing > 0))
        {
            var key = (move.ProductId, move.FromId);
            var taken = Math.Min(move.Missing, left.GetValueOrDefault(key));
            if (taken > 0)
            {
                left[key] -= taken;
                takes.Add((move, move.Reserved + taken));
            }
        }

        if (takes.Count == 0)
        {
            return NotFound(moves.All(m => m.Missing == 0)
                ? $"Everything of {subject.Name} is reserved already."
                : $"Nothing of what {subject.Name} lacks is free: {Phrase.List(moves.Where(m => m.Missing > 0).Take(5).Select(m => m.Product))}.");
        }

        var sheet = new DraftSheet(Definition.Name, context, Client);
        Fill(sheet, Reserve, transfers, moves, takes);
        foreach (var (move, quantity) in takes)
        {
            var taken = quantity - move.Reserved;
            sheet.Stand(sheet.Sheet.Calculate(
                $"free:{move.Id}", $"Stock of {move.Product} to reserve", CalculationOperation.Model,
                [FactOf.Quantity("Missing", move.Missing, move.Unit), FactOf.Quantity("Free", free[(move.ProductId, move.FromId)], move.Unit)],
                FactOf.Quantity("To reserve", taken, move.Unit), "the smaller of what is missing and what is free", FactOf.Code("Product", move.Product)));
        }

        foreach (var lack in moves.Where(m => takes.TrueForAll(t => t.Move.Id != m.Id || t.Quantity < m.Wanted) && m.Missing > 0).Take(5))
        {
            sheet.Warn($"{lack.Product} stays short on {transfers.First(t => t.Id == lack.PickingId).Text("name")}: {Phrase.Quantity(lack.Wanted, lack.Unit)} are wanted");
        }

        var what = Phrase.List(takes.Select(t => $"{Phrase.Quantity(t.Quantity - t.Move.Reserved, t.Move.Unit)} of {t.Move.Product}"));
        return sheet.Finish(
            $"Reserve {what} for {Phrase.List(transfers.Select(t => t.Text("name")!))}",
            await TransferReads.WorthAsync(Desk, context.Caller, takes.Select(t => (t.Move.ProductId, t.Quantity - t.Move.Reserved)), cancellationToken),
            RiskClass.Low);
    }

    private async Task<ToolResult> ReleaseAsync(ToolContext context, Subject subject, List<OdooRow> transfers, IReadOnlyList<OpenMove> moves, CancellationToken cancellationToken)
    {
        var held = moves.Where(m => m.Reserved > 0).ToList();
        if (held.Count == 0)
        {
            return NotFound($"Nothing is reserved for {subject.Name}.");
        }

        var with = transfers.Where(t => held.Exists(m => m.PickingId == t.Id)).ToList();
        var sheet = new DraftSheet(Definition.Name, context, Client);
        Fill(sheet, Release, with, moves, held.ConvertAll(m => (m, 0m)));
        sheet.Warn("What is released can be taken by any other delivery at once");
        return sheet.Finish(
            $"Release {Phrase.List(held.Select(m => $"{Phrase.Quantity(m.Reserved, m.Unit)} of {m.Product}"))} reserved for {Phrase.List(with.Select(t => t.Text("name")!))}",
            await TransferReads.WorthAsync(Desk, context.Caller, held.Select(m => (m.ProductId, m.Reserved)), cancellationToken),
            RiskClass.Medium);
    }

    private static void Fill(DraftSheet sheet, string mode, IReadOnlyList<OdooRow> transfers, IReadOnlyList<OpenMove> moves, IReadOnlyList<(OpenMove Move, decimal Quantity)> targets)
    {
        var records = transfers.ToDictionary(t => t.Id, t => sheet.Transfer(t, moves));
        sheet.Execution["mode"] = mode;
        sheet.Execution["transfers"] = new JsonArray([.. transfers.Select(t => (JsonNode)t.Id)]);
        sheet.Execution["moves"] = new JsonArray([.. targets.Select(t => (JsonNode)new JsonObject
        {
            ["transfer"] = t.Move.PickingId,
            ["move"] = t.Move.Id,
            ["quantity"] = t.Quantity,
            ["before"] = t.Move.Reserved,
        })]);
        foreach (var (move, quantity) in targets)
        {
            sheet.Change(records[move.PickingId], "quantity", $"{move.Product} reserved", Phrase.Quantity(move.Reserved, move.Unit), Phrase.Quantity(quantity, move.Unit));
        }
    }
}
