using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Stock;

/// <summary>
/// Asks for a count of a product. Since 15 the stock itself holds the day it is to be counted; before, a count is a document of its own.
/// </summary>
internal sealed class RequestCountTool(ActionDesk desk) : ActionTool(desk)
{
    private const int DayOnStockSince = 15;

    private static readonly ToolParameter Product = Parameters.Name("product", SlotKind.Product, "A product's internal reference or name.", required: true);

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.request_count",
        Description = "Requests a cycle count (stock check) of one product, in one warehouse or everywhere, for a day. Changes no quantity.",
        Ability = "I can request a stock count of a product",
        Status = "preparing the count…",
        Parameters = [Product, Parameters.Warehouse, Parameters.Day("day", SlotKind.Day, "The day to count; today when left out."), Subject.Message("Why, for the record.")],
        Touches = [DataClass.Stock],
        Writes = true,
        MaxRoundTrips = 11,
    };

    protected override string Area => "stock and transfers";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "stock.quant", cancellationToken))
        {
            return Denied();
        }

        var onStock = await Desk.Rights.VersionAsync(cancellationToken) >= DayOnStockSince;
        if (!await Desk.Rights.MayAsync(context.Caller, onStock ? "stock.quant" : "stock.inventory", onStock ? "write" : "create", cancellationToken))
        {
            return NotAllowed("stock counts");
        }

        var named = await Desk.Names.ResolveAsync(context, arguments, [Product, Parameters.Warehouse], cancellationToken);
        if (named.Stop is { } stop)
        {
            return stop;
        }

        var (product, house, day) = (named["product"]!, named["warehouse"], arguments.Day("day") ?? context.Today);
        if (day < context.Today)
        {
            return NotFound($"{Phrase.Day(day)} is over.");
        }

        var domain = OdooDomain.Where("product_id", "=", product.Id).And("location_id.usage", "=", "internal");
        if (house is not null)
        {
            var place = (await Desk.OneAsync(context.Caller, "stock.warehouse", house.Id, ["view_location_id"], cancellationToken))?.Link("view_location_id");
            domain = domain.And("location_id", "child_of", place?.Id ?? 0);
        }

        var quants = await Desk.ManyAsync(context.Caller, "stock.quant", domain, ["location_id", "lot_id", "quantity", "inventory_date", "write_date"], cancellationToken);
        return quants.Count == 0
            ? NotFound($"There is no stock of {product.Code ?? product.Name}{(house is null ? string.Empty : $" in {house.Code}")} to count.")
            : await DraftAsync(context, product, house?.Code, quants, day, onStock, arguments.Text("message"), cancellationToken);
    }

    protected override Task<IReadOnlyList<NeededRight>> NeedsAsync(ActionRun run, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<NeededRight>>([run.Draft.Execution["on_stock"]!.GetValue<bool>() ? new("stock.quant", "write", []) : new("stock.inventory", "create", [])]);

    protected override IReadOnlyList<Deed> Deeds(ActionRun run)
        => run.Draft.Execution["on_stock"]!.GetValue<bool>()
            ? [OnStock(), Chatter.Trace("product.product", run.Id("product"))]
            : [AsDocument(), Chatter.Trace("product.product", run.Id("product"))];

    private static Deed OnStock() => new()
    {
        Text = "the count is planned",
        Look = async (r, token) => (await r.Desk.Client.ReadAsync(r.Caller, "stock.quant", r.Ids("quants"), ["inventory_date"], token)) is { Count: > 0 } quants && quants.All(q => q.Text("inventory_date") == r.Text("day"))
            ? (Proof.ByState, null)
            : (Proof.NotDone, null),
        Do = async r =>
        {
            await r.CallAsync("stock.quant", "write", [r.Ids("quants"), new Dictionary<string, object?> { ["inventory_date"] = r.Text("day") }]);
            return null;
        },
    };

    private static Deed AsDocument() => new()
    {
        Text = "the count is there as a draft",
        Look = async (r, token) => await r.SearchAsync("stock.inventory", OdooDomain.Where("name", "ilike", r.Order.Reference), ["name"], token) is [var made, ..]
            ? (Proof.ByReference, new RecordRef("stock.inventory", made.Id))
            : (Proof.NotDone, null),
        Do = async r => new RecordRef("stock.inventory", await r.CreateAsync("stock.inventory", new()
        {
            ["name"] = $"Count {r.Text("name")} ({r.Order.Reference})",
            ["date"] = $"{r.Text("day")} 12:00:00",
            ["product_ids"] = new object?[] { new object?[] { 6, 0, new[] { r.Id("product") } } },
            ["location_ids"] = new object?[] { new object?[] { 6, 0, r.Ids("places") } },
        })),
    };

    private async Task<ToolResult> DraftAsync(
        ToolContext context, Names.ResolvedName product, string? house, IReadOnlyList<OdooRow> quants, DateOnly day, bool onStock, string? reason, CancellationToken cancellationToken)
    {
        var (code, unit) = (product.Code ?? product.Name, product.Row.Link("uom_id")?.Name ?? "Units");
        var quantity = quants.Sum(q => q.Number("quantity"));
        var sheet = new DraftSheet(Definition.Name, context, Client) { Reason = reason };
        var record = new RecordRef("product.product", product.Id);
        sheet.Touch(record, code);
        sheet.Stand(sheet.Sheet.Record(
            "product.product", product.Id, $"Product {code}", $"{code}: {Phrase.Quantity(quantity, unit)} in {Phrase.Count(quants.Count, "place", "places")}", product.Row,
            FactOf.Code("Product", code), FactOf.Quantity("On hand", quantity, unit), FactOf.Number("Places", quants.Count), FactOf.Code("Warehouse", house ?? string.Empty)));
        sheet.Asked(FactOf.Date("Day of the count", day));
        foreach (var quant in quants)
        {
            sheet.Touch(new RecordRef("stock.quant", quant.Id), $"{code} at {quant.Link("location_id")?.Name}");
            sheet.Change(new RecordRef("stock.quant", quant.Id), "inventory_date", $"Count of {code} at {Phrase.Clean(quant.Link("location_id")?.Name, 80)}", quant.Text("inventory_date"), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        sheet.Execution["product"] = product.Id;
        sheet.Execution["name"] = code;
        sheet.Execution["day"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        sheet.Execution["on_stock"] = onStock;
        sheet.Execution["quants"] = new JsonArray([.. quants.Select(q => (JsonNode)q.Id)]);
        sheet.Execution["places"] = new JsonArray([.. quants.Select(q => q.Link("location_id")!.Value.Id).Distinct().Select(i => (JsonNode)i)]);
        return sheet.Finish(
            $"Request a count of {code}{(house is null ? string.Empty : $" in {house}")} for {Phrase.Day(day)}: {Phrase.Quantity(quantity, unit)} in {Phrase.Count(quants.Count, "place", "places")} by the books",
            new Exposure(0, await Desk.CurrencyAsync(context.Caller, cancellationToken)),
            RiskClass.Low);
    }
}
