using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Actions.Stock;

/// <summary>Makes an internal transfer of one product from one warehouse to another and reserves what is there. The reference is its source document.</summary>
internal sealed class InternalTransferTool(ActionDesk desk) : ActionTool(desk)
{
    /// <summary>Until 18 a stock move wants a description of its own.</summary>
    private const int NamelessMovesSince = 19;

    private static readonly ToolParameter Warehouses = new() { Name = "warehouses", Type = ParameterType.TextList, Slot = SlotKind.Warehouse, Description = "The warehouse the goods come from, then the one they go to." };
    private static readonly ToolParameter Product = Parameters.Name("product", SlotKind.Product, "A product's internal reference or name.", required: true);

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.internal_transfer",
        Description = "Makes an internal transfer: a quantity of one product from one warehouse to another. Not for giving one order's stock to another order.",
        Ability = "I can set up a transfer of a product between two warehouses",
        Status = "preparing the transfer…",
        Parameters =
        [
            Product,
            new() { Name = "quantity", Type = ParameterType.Number, Slot = SlotKind.Quantity, Description = "How much, in the product's unit." },
            Warehouses,
        ],
        Touches = [DataClass.Stock],
        Writes = true,
        MaxRoundTrips = 15,
    };

    protected override string Area => "stock and transfers";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "stock.picking", cancellationToken))
        {
            return Denied();
        }

        if (!await Desk.Rights.MayAsync(context.Caller, "stock.picking", "create", cancellationToken))
        {
            return NotAllowed("transfers");
        }

        var named = await Desk.Names.ResolveAsync(context, arguments, [Product], cancellationToken);
        if (named.Stop is { } stop)
        {
            return stop;
        }

        var product = named["product"]!;
        var places = arguments.Texts("warehouses").Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (places.Count != 2 || arguments.Number("quantity") is not > 0)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = $"How much of {product.Code ?? product.Name} shall go from which warehouse to which?" };
        }

        var found = new List<ResolvedName>();
        foreach (var place in places)
        {
            if (await Desk.Names.FindAsync(context.Caller, SlotKind.Warehouse, place, cancellationToken) is not [var one])
            {
                return NotFound($"I found no single warehouse called {Phrase.Quoted(place)} among those you may see.");
            }

            found.Add(one);
        }

        var (inOrder, isSure) = Direction.Sort(context.Question, Called(found[0]), Called(found[1]));
        if (!inOrder)
        {
            found.Reverse();
        }

        return found[0].Id == found[1].Id
            ? NotFound("Both are the same warehouse.")
            : await DraftAsync(context, product, arguments.Number("quantity")!.Value, found[0], found[1], isSure, cancellationToken);
    }

    protected override Task<IReadOnlyList<NeededRight>> NeedsAsync(ActionRun run, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<NeededRight>>([new("stock.picking", "create", []), new("stock.picking", "write", []), new("stock.move", "create", []), new("stock.move", "write", [])]);

    protected override IReadOnlyList<Deed> Deeds(ActionRun run) =>
    [
        new()
        {
            Text = "the transfer is made",
            Look = async (r, token) => await MadeAsync(r, token) is { } made ? (Proof.ByReference, new RecordRef("stock.picking", made.Id)) : (Proof.NotDone, null),
            Do = async r =>
            {
                var move = new Dictionary<string, object?>
                {
                    ["product_id"] = r.Id("product"),
                    ["product_uom_qty"] = r.Number("quantity"),
                    ["product_uom"] = r.Id("unit"),
                    ["location_id"] = r.Id("from"),
                    ["location_dest_id"] = r.Id("to"),
                };
                if (await Desk.Rights.VersionAsync(CancellationToken.None) < NamelessMovesSince)
                {
                    move["name"] = r.Text("product_name");
                }

                r.Made["transfer"] = await r.CreateAsync("stock.picking", new()
                {
                    ["picking_type_id"] = r.Id("type"),
                    ["location_id"] = r.Id("from"),
                    ["location_dest_id"] = r.Id("to"),
                    ["origin"] = r.Order.Reference,
                    ["move_ids"] = new object?[] { new object?[] { 0, 0, move } },
                });
                return new RecordRef("stock.picking", r.Made["transfer"]);
            },
        },
        new()
        {
            Text = "it is confirmed",
            Look = async (r, token) => await MadeAsync(r, token) is { } made && made.Text("state") != "draft" ? (Proof.ByReference, new RecordRef("stock.picking", made.Id)) : (Proof.NotDone, null),
            Do = async r =>
            {
                await r.PressAsync("stock.picking", r.Made["transfer"], "action_confirm");
                return new RecordRef("stock.picking", r.Made["transfer"]);
            },
        },
        new()
        {
            Text = "its stock is reserved",
            Look = async (r, token) => await MadeAsync(r, token) is { } made && made.Text("state") is "assigned" or "done" ? (Proof.ByReference, new RecordRef("stock.picking", r.Made["transfer"])) : (Proof.NotDone, null),
            Do = async r =>
            {
                await r.PressAsync("stock.picking", r.Made["transfer"], "action_assign");
                await SayAsync(r);
                return new RecordRef("stock.picking", r.Made["transfer"]);
            },
        },
        Chatter.Trace("stock.picking", r => r.Made.GetValueOrDefault("transfer")),
    ];

    protected override async Task<string?> ObstacleAsync(ActionRun run, CancellationToken cancellationToken)
    {
        var free = await FreeAsync(run.Caller, run.Id("product"), run.Id("from"), cancellationToken);
        return free < run.Number("reserve")
            ? $"Only {Phrase.Number(free)} of {run.Text("product_name")} are free by now; nothing was written."
            : null;
    }

    /// <summary>How people call a warehouse: by its code, its name, or the town its name begins with.</summary>
    private static IReadOnlyList<string> Called(ResolvedName house) => [house.Name, house.Code ?? string.Empty, house.Name.Split(' ')[0]];

    private static async Task<OdooRow?> MadeAsync(ActionRun run, CancellationToken cancellationToken)
    {
        if (await run.SearchAsync("stock.picking", OdooDomain.Where("origin", "=", run.Order.Reference), ["name", "state"], cancellationToken) is not [var made, ..])
        {
            return null;
        }

        run.Made["transfer"] = made.Id;
        return made;
    }

    private async Task SayAsync(ActionRun run)
    {
        var moves = await TransferReads.MovesAsync(Desk, run.Caller, [run.Made["transfer"]], CancellationToken.None);
        if (await MadeAsync(run, CancellationToken.None) is { } made)
        {
            run.Notes.Add($"{made.Text("name")} holds {Phrase.Number(moves.Sum(m => m.Reserved))} of {Phrase.Number(moves.Sum(m => m.Wanted))}.");
            run.FellShort = moves.Sum(m => m.Reserved) < run.Number("reserve");
        }
    }

    private async Task<decimal> FreeAsync(Caller caller, int product, int from, CancellationToken cancellationToken)
    {
        var quants = await Desk.ManyAsync(
            caller, "stock.quant", OdooDomain.Where("product_id", "=", product).And("location_id", "child_of", from).And("location_id.usage", "=", "internal"), ["quantity", "reserved_quantity"], cancellationToken, limit: 5000);
        return quants.Sum(q => Math.Max(0, q.Number("quantity") - q.Number("reserved_quantity")));
    }

    private async Task<ToolResult> DraftAsync(ToolContext context, ResolvedName product, decimal quantity, ResolvedName from, ResolvedName to, bool isSure, CancellationToken cancellationToken)
    {
        var houses = (await Client.ReadAsync(context.Caller, "stock.warehouse", [from.Id, to.Id], ["code", "lot_stock_id", "int_type_id", "company_id"], cancellationToken)).ToDictionary(w => w.Id);
        var (code, unit, a, b) = (product.Code ?? product.Name, product.Row.Link("uom_id"), houses[from.Id], houses[to.Id]);
        if (a.Link("int_type_id") is not { } type || a.Link("lot_stock_id") is not { } source || b.Link("lot_stock_id") is not { } target || unit is null)
        {
            return NotFound($"{from.Name} has no internal transfers in Odoo (they are switched on with storage locations).");
        }

        if (a.Link("company_id")?.Id != b.Link("company_id")?.Id)
        {
            return NotFound($"{from.Name} and {to.Name} belong to different companies: goods between companies need a sale and a purchase.");
        }

        var free = await FreeAsync(context.Caller, product.Id, source.Id, cancellationToken);
        var sheet = new DraftSheet(Definition.Name, context, Client) { Confidence = isSure ? 1 : 0.6, Company = a.Link("company_id")?.Name };
        sheet.Touch(new RecordRef("product.product", product.Id), code);
        var stock = sheet.Stand(sheet.Sheet.Record(
            "product.product", product.Id, $"Product {code}", $"{code}, {Phrase.Quantity(free, unit.Value.Name)} free in {from.Code}", product.Row,
            FactOf.Code("Product", code), FactOf.Quantity($"Free in {from.Code}", free, unit.Value.Name), FactOf.Code("From", from.Code), FactOf.Code("To", to.Code), FactOf.Text("From", from.Name), FactOf.Text("To", to.Name)));
        sheet.Asked(FactOf.Quantity("Quantity", quantity, unit.Value.Name));
        sheet.Execution["type"] = type.Id;
        sheet.Execution["from"] = source.Id;
        sheet.Execution["to"] = target.Id;
        sheet.Execution["product"] = product.Id;
        sheet.Execution["product_name"] = code;
        sheet.Execution["unit"] = unit.Value.Id;
        sheet.Execution["quantity"] = quantity;
        sheet.Execution["reserve"] = Math.Min(free, quantity);
        sheet.Change(null, "move_ids", "Internal transfer", null, string.Create(CultureInfo.InvariantCulture, $"{Phrase.Quantity(quantity, unit.Value.Name)} of {code} from {from.Code} to {to.Code}"));
        if (free < quantity)
        {
            sheet.Warn($"Only {Phrase.Quantity(free, unit.Value.Name)} of {code} are free in {from.Code}; the transfer waits for the rest", stock);
        }

        return sheet.Finish(
            $"Transfer {Phrase.Quantity(quantity, unit.Value.Name)} of {code} from {from.Code} to {to.Code}",
            await TransferReads.WorthAsync(Desk, context.Caller, [(product.Id, quantity)], cancellationToken),
            RiskClass.Medium);
    }
}
