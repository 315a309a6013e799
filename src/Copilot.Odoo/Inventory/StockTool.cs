using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Purchasing;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Inventory;

/// <summary>
/// On hand, reserved, free, held and incoming, by warehouse and by lot with expiry; or what lies in a storage location. At most eight round trips for names and ten for
/// products, lots, stock and receipts, whatever the number of rows.
/// </summary>
internal sealed class StockTool(IOdooClient client, NameResolver names, StockReader stock, ReceiptReader receipts, IOptions<OdooConventions> conventions) : OdooTool(client)
{
    private const int MostProducts = 200;
    private const int ExpiryDays = 90;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.stock",
        Description = "Stock of products: on hand, reserved, free, in quality hold, incoming with the next receipt, by warehouse and lot; lots that expire soon; what lies in a bin, on a shelf or in an aisle; which products are out of stock. "
            + "Not for which customer orders are short.",
        Ability = "what is in stock, free, reserved, incoming or about to expire, by warehouse and lot, and what lies in a bin",
        Status = "looking at stock and receipts…",
        Parameters =
        [
            Parameters.Product,
            Parameters.Name("category", SlotKind.Category, "A product category, with all below it."),
            Parameters.Name("words", SlotKind.None, "Words of product names, when no single product is meant: \"nitrile gloves\"."),
            Parameters.Name("lot", SlotKind.Lot, "A lot or serial number."),
            Parameters.Name("location", SlotKind.Location, "A storage location whose content is asked for: a bin, a shelf, an aisle, or Odoo's path to it."),
            Parameters.Warehouse,
            Parameters.Day("until", SlotKind.Day, "With show=expiring the last expiry day (90 days from today when left out); with show=incoming the last expected day."),
            Parameters.Day("to", SlotKind.PeriodEnd, "The same as until, when a period is named."),
            Parameters.Choice(
                "show",
                "available (default), incoming for receipts on the way, lots, sent for the customers to whom a lot was delivered, expiring for lots that expire soon, expired for those that have, held for quality hold, out for products that are sold and of which nothing is on hand, negative for places whose booked quantity is below nothing.",
                ("available", ["available", "on hand", "in stock", "free", "left"]),
                ("incoming", ["incoming", "on the way", "coming in", "arrive", "next delivery", "next receipt", "inbound", "on order"]),
                ("lots", ["lot", "lots", "batch", "batches", "serial"]),
                ("sent", ["who got", "who has got", "who received", "who has received", "who bought", "went to", "sent to", "shipped to", "delivered to", "got it", "got this", "customers got", "customers received", "customers have", "where did", "recall", "trace", "traced", "tracing"]),
                ("expired", ["have expired", "has expired", "already expired", "are expired", "is expired", "expired products", "expired goods", "expired lots", "expired stock", "past their expiry", "past expiry", "past their best before"]),
                ("expiring", ["expire", "expires", "expiring", "expiry", "shelf life", "best before"]),
                ("held", ["quality hold", "on hold", "blocked", "quarantine", "held"]),
                ("out", ["out of stock", "sold out", "nothing left", "none left", "not in stock", "not on stock", "not available", "no stock", "without stock", "empty", "zero stock", "stocked out", "stock outs", "stockouts", "ausverkauft", "rupture", "agotados", "agotado", "uitverkocht", "esauriti", "esaurito"]),
                ("negative", ["negative", "below zero", "less than zero", "minus", "under zero"])),
            Parameters.Count,
        ],
        Touches = [DataClass.Stock],
        MaxRoundTrips = (4 * NameResolver.RoundTripsPerName) + 4 + StockReader.RoundTrips + ReceiptReader.RoundTrips,
    };

    protected override string Area => "stock";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        if (!await Client.MayReadAsync(caller, "stock.quant", cancellationToken) || !await Client.MayReadAsync(caller, "stock.move", cancellationToken))
        {
            return Denied();
        }

        var products = ProductsAsync(context, arguments, cancellationToken);
        var resolved = names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Name is "category" or "lot" or "warehouse")], cancellationToken);
        var sites = stock.SitesAsync(caller, cancellationToken);
        await Task.WhenAll(products, resolved, sites);
        if ((await resolved).Stop is { } stop)
        {
            return stop;
        }

        var said = arguments.Text("product") ?? arguments.Text("words");
        if (said is not null && (await products).Count == 0)
        {
            return NotFound($"I found no product that matches {Phrase.Quoted(said)} among those you may see.");
        }

        if (arguments.Text("show") == "sent")
        {
            return (await resolved)["lot"] is { } traced
                ? await new LotTrace(Client).AnswerAsync(context, traced, arguments.Shown(), cancellationToken)
                : new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "Which lot do you mean?" };
        }

        if (arguments.Text("location") is { } place && said is null && (await resolved)["lot"] is null)
        {
            return await new PlaceContent(Client).AnswerAsync(context, place, await sites, (await resolved)["warehouse"], (await resolved)["category"], arguments.Shown(), cancellationToken);
        }

        if (arguments.Text("show") == "out" && said is null)
        {
            return await new OutOfStock(Client, stock, receipts, conventions.Value.QualityHoldLocation).AnswerAsync(context, await sites, (await resolved)["warehouse"], (await resolved)["category"], arguments.Shown(), cancellationToken);
        }

        if (arguments.Text("show") == "negative")
        {
            var of = said is not null ? OdooDomain.Where("product_id", "in", (await products).Select(p => p.Id))
                : (await resolved)["category"] is { } within ? OdooDomain.Where("product_id.categ_id", "child_of", within.Id) : null;
            return await new NegativeStock(Client).AnswerAsync(context, await sites, (await resolved)["warehouse"], of, arguments.Shown(), cancellationToken);
        }

        var request = new StockRequest(arguments, await resolved, await sites, new CallerDays(context).Today, ExpiryDays);
        var domain = said is not null ? OdooDomain.Where("id", "in", (await products).Select(p => p.Id))
            : request.Names["category"] is { } category ? OdooDomain.Where("categ_id", "child_of", category.Id)
            : request.Names["lot"]?.Row.Link("product_id") is { } ofLot ? OdooDomain.Where("id", "=", ofLot.Id)
            : await SeedAsync(context, request, cancellationToken);
        if (domain is null)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "Which product or category do you mean?" };
        }

        var page = await Client.SearchReadAsync(
            caller,
            new OdooQuery
            {
                Model = "product.product",
                Domain = domain,
                Fields = ["display_name", "default_code", "name", "uom_id", "tracking", "write_date"],
                Order = "default_code, id",
                Limit = MostProducts,
                WithTotal = true,
            },
            cancellationToken);
        var picture = await stock.ReadAsync(context, request.Sites, [.. page.Rows.Select(p => p.Id)], cancellationToken);
        var lots = LotsAsync(caller, picture, request, cancellationToken);
        var expected = receipts.ReadAsync(context, [.. picture.Supplies.Select(s => s.TransferId)], cancellationToken);
        await Task.WhenAll(lots, expected);
        return new StockWriter(new AnswerSheet(context, Client), request, picture, await lots, await expected).Write(page, arguments.Shown());
    }

    private async Task<IReadOnlyList<ResolvedName>> ProductsAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var said = arguments.Text("product") ?? arguments.Text("words");
        return said is null ? [] : await names.FindAsync(context.Caller, SlotKind.Product, said, cancellationToken);
    }

    /// <summary>Without a product the question may still be clear: what expires, what is held, what comes in. One round trip.</summary>
    private async Task<OdooDomain?> SeedAsync(ToolContext context, StockRequest request, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var query = request.Show switch
        {
            "expiring" => new OdooQuery
            {
                Model = "stock.lot",
                Domain = OdooDomain.Where("expiration_date", "<=", days.End(request.Until)).And("expiration_date", "!=", null),
                Fields = ["product_id"],
                Order = "expiration_date, id",
            },
            "held" => new OdooQuery
            {
                Model = "stock.quant",
                Domain = OdooDomain.Where("location_id.complete_name", "ilike", conventions.Value.QualityHoldLocation).And("quantity", ">", 0),
                Fields = ["product_id"],
            },
            "incoming" => new OdooQuery
            {
                Model = "stock.move",
                Domain = OdooDomain.Where("state", "in", StockReader.Open).And("picking_type_id", "in", request.Sites.TypesOf("incoming", request.WarehouseId))
                    .And("date", "<=", days.End(request.Until)),
                Fields = ["product_id"],
                Order = "date, id",
            },
            _ => null,
        };
        if (query is null)
        {
            return null;
        }

        var page = await Client.SearchReadAsync(context.Caller, query, cancellationToken);
        return OdooDomain.Where("id", "in", page.Rows.Select(r => r.Link("product_id")?.Id ?? 0).Distinct().ToList());
    }

    private async Task<IReadOnlyDictionary<int, OdooRow>> LotsAsync(Caller caller, StockPicture picture, StockRequest request, CancellationToken cancellationToken)
    {
        var ids = picture.Shelves.Where(s => s.Quantity > 0 && s.Lot is not null && request.Covers(s)).Select(s => s.Lot!.Value.Id).Distinct().ToList();
        if (ids.Count == 0 || !await Client.MayReadAsync(caller, "stock.lot", cancellationToken))
        {
            return new Dictionary<int, OdooRow>();
        }

        var page = await Client.SearchReadAsync(
            caller, new OdooQuery { Model = "stock.lot", Domain = OdooDomain.Where("id", "in", ids), Fields = ["name", "product_id", "expiration_date", "write_date"] }, cancellationToken);
        return page.Rows.ToDictionary(r => r.Id);
    }
}
