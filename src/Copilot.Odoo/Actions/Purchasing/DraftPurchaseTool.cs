using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Actions.Purchasing;

/// <summary>Makes a draft purchase order of one product at its supplier, at the supplier's agreed price. The reference is its source document.</summary>
internal sealed class DraftPurchaseTool(ActionDesk desk) : ActionTool(desk)
{
    private static readonly ToolParameter Product = Parameters.Name("product", SlotKind.Product, "A product's internal reference or name.", required: true);

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.draft_purchase",
        Description = "Makes a draft purchase order (request for quotation): one product and a quantity at a supplier. Nothing is sent or confirmed.",
        Ability = "I can draft a purchase order",
        Status = "preparing the purchase order…",
        Parameters =
        [
            Product,
            new() { Name = "quantity", Type = ParameterType.Number, Slot = SlotKind.Quantity, Description = "How much, in the product's unit." },
            Parameters.Name("supplier", SlotKind.Supplier, "The supplier; the product's first one when left out."),
            Parameters.Day("needed", SlotKind.Day, "The day the goods are needed; the supplier's lead time from today when left out."),
        ],
        Touches = [DataClass.Purchasing],
        Writes = true,
        MaxRoundTrips = 14,
    };

    protected override string Area => "purchase orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "purchase.order", cancellationToken))
        {
            return Denied();
        }

        if (!await Desk.Rights.MayAsync(context.Caller, "purchase.order", "create", cancellationToken))
        {
            return NotAllowed("purchase orders");
        }

        var named = await Desk.Names.ResolveAsync(context, arguments, [Product, Subject.Supplier], cancellationToken);
        if (named.Stop is { } stop)
        {
            return stop;
        }

        var product = named["product"]!;
        if (arguments.Number("quantity") is not { } quantity || quantity <= 0)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = $"How much of {product.Code ?? product.Name} shall I order?" };
        }

        var row = await Desk.OneAsync(context.Caller, "product.product", product.Id, ["default_code", "name", "uom_id", "product_tmpl_id", "supplier_taxes_id", "write_date"], cancellationToken);
        var offers = await OffersAsync(context, product.Id, row?.Link("product_tmpl_id")?.Id ?? 0, named["supplier"]?.Id, cancellationToken);
        var offer = Choose(offers, quantity);
        return row is null ? NotFound($"I found no product {product.Name} among those you may see.")
            : offer is null ? NotFound(named["supplier"] is { } s ? $"{s.Name} has no agreed price for {product.Code ?? product.Name} in Odoo." : $"{product.Code ?? product.Name} has no supplier in Odoo: say which one to buy it from, once a price is agreed there.")
            : await DraftAsync(context, product, row, offer, offers, quantity, arguments.Day("needed"), named["supplier"] is not null, cancellationToken);
    }

    protected override Task<IReadOnlyList<NeededRight>> NeedsAsync(ActionRun run, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<NeededRight>>([new("purchase.order", "create", [])]);

    protected override IReadOnlyList<Deed> Deeds(ActionRun run) =>
    [
        new()
        {
            Text = "the purchase order is made",
            Look = async (r, token) =>
            {
                if (await r.SearchAsync("purchase.order", OdooDomain.Where("origin", "=", r.Order.Reference), ["name", "amount_untaxed", "currency_id"], token) is not [var made, ..])
                {
                    return (Proof.NotDone, null);
                }

                Remember(r, made);
                return (Proof.ByReference, new RecordRef("purchase.order", made.Id));
            },
            Do = async r =>
            {
                var line = new Dictionary<string, object?>
                {
                    ["product_id"] = r.Id("product"),
                    ["name"] = r.Text("product_name"),
                    ["product_qty"] = r.Number("quantity"),
                    ["product_uom_id"] = r.Id("unit"),
                    ["price_unit"] = r.Number("price"),
                    ["date_planned"] = r.Text("planned"),
                    ["tax_ids"] = new object?[] { new object?[] { 6, 0, r.Ids("taxes") } },
                };
                var id = await r.CreateAsync("purchase.order", new()
                {
                    ["partner_id"] = r.Id("supplier"),
                    ["origin"] = r.Order.Reference,
                    ["order_line"] = new object?[] { new object?[] { 0, 0, line } },
                });
                r.Made["order"] = id;
                if (await r.ReadAsync("purchase.order", id, ["name", "amount_untaxed", "currency_id"], CancellationToken.None) is { } made)
                {
                    Remember(r, made);
                }

                return new RecordRef("purchase.order", id);
            },
        },
        Chatter.Trace("purchase.order", r => r.Made.GetValueOrDefault("order")),
    ];

    private static void Remember(ActionRun run, OdooRow made)
    {
        run.Made["order"] = made.Id;
        run.Notes.Add($"{made.Text("name")} over {Phrase.Money(made.Number("amount_untaxed"), made.CurrencyOf())} net is there as a draft.");
    }

    /// <summary>The agreed prices of the product, the preferred first.</summary>
    private async Task<IReadOnlyList<OdooRow>> OffersAsync(ToolContext context, int product, int template, int? supplier, CancellationToken cancellationToken)
    {
        var domain = OdooDomain.Where("product_tmpl_id", "=", template).And(OdooDomain.Where("product_id", "=", null).Or("product_id", "=", product))
            .And(OdooDomain.Where("date_end", "=", null).Or("date_end", ">=", context.Today)).And(OdooDomain.Where("date_start", "=", null).Or("date_start", "<=", context.Today));
        return await Desk.ManyAsync(
            context.Caller,
            "product.supplierinfo",
            supplier is { } s ? domain.And("partner_id", "child_of", s) : domain,
            ["partner_id", "price", "discount", "min_qty", "delay", "currency_id", "product_uom_id", "write_date"],
            cancellationToken,
            "sequence, min_qty desc, price, id");
    }

    /// <summary>Odoo's own choice: the first supplier that sells such a quantity, at its best price. Where none does, the first supplier at its smallest quantity.</summary>
    private static OdooRow? Choose(IReadOnlyList<OdooRow> offers, decimal quantity)
    {
        var fitting = offers.Where(o => o.Number("min_qty") <= quantity).ToList();
        return fitting.Count > 0
            ? OfFirst(fitting).MinBy(PriceOf)
            : OfFirst(offers).MinBy(o => o.Number("min_qty"));

        static IEnumerable<OdooRow> OfFirst(IReadOnlyList<OdooRow> from) => from.Where(o => o.Link("partner_id")?.Id == from[0].Link("partner_id")?.Id);
    }

    private static decimal PriceOf(OdooRow offer) => offer.Number("price") * (1 - (offer.Number("discount") / 100));

    private async Task<ToolResult> DraftAsync(
        ToolContext context, ResolvedName product, OdooRow row, OdooRow offer, IReadOnlyList<OdooRow> offers, decimal quantity, DateOnly? needed, bool named, CancellationToken cancellationToken)
    {
        var (code, unit, currency) = (product.Code ?? product.Name, row.Link("uom_id")!.Value, offer.CurrencyOf());
        var supplier = offer.Link("partner_id")!.Value;
        var (who, price) = (Phrase.Clean(supplier.Name, 80), PriceOf(offer));
        if (offer.Link("product_uom_id") is { } bought && bought.Id != unit.Id)
        {
            return NotFound($"{who} prices {code} by {bought.Name}, the product is kept by {unit.Name}: this needs a purchaser's look in Odoo.");
        }

        var earliest = context.Today.AddDays(offer.Whole("delay"));
        var planned = needed ?? earliest;
        var value = Math.Round(price * quantity, 2);
        var company = context.Caller.Companies.Count > 0 ? context.Caller.Companies[0].Id : 0;
        var taxes = row.Links("supplier_taxes_id").Count == 0 ? [] : (await Desk.ManyAsync(
            context.Caller, "account.tax", OdooDomain.Where("id", "in", row.Links("supplier_taxes_id")).And("company_id", "=", company), ["name"], cancellationToken)).Select(t => t.Id).ToList();
        var sheet = new DraftSheet(Definition.Name, context, Client) { Confidence = named || offers.Select(o => o.Link("partner_id")?.Id).Distinct().Count() == 1 ? 1 : 0.8 };
        sheet.Record("product.product", row, code, $"Product {code}", $"{code} {row.Text("name")}", FactOf.Code("Product", code));
        sheet.Record(
            "product.supplierinfo", offer, $"price of {who} for {code}", $"Price of {who} for {code}", $"{who}: {Phrase.Money(price, currency)} from {Phrase.Quantity(offer.Number("min_qty"), unit.Name)}, {Phrase.Days(offer.Whole("delay"))}",
            FactOf.Text("Supplier", who), FactOf.Money("Price", price, currency), FactOf.Quantity("From", offer.Number("min_qty"), unit.Name), FactOf.Days("Lead time", offer.Whole("delay")));
        sheet.Asked(FactOf.Quantity("Quantity", quantity, unit.Name), FactOf.Date("Needed", planned), FactOf.Date("Earliest by lead time", earliest));
        sheet.Stand(sheet.Sheet.Calculate(
            $"worth:{product.Id}", "Value", CalculationOperation.Model, [FactOf.Money("Price", price, currency), FactOf.Quantity("Quantity", quantity, unit.Name)], FactOf.Money("Value", value, currency), "price × quantity"));
        sheet.Execution["supplier"] = supplier.Id;
        sheet.Execution["product"] = product.Id;
        sheet.Execution["product_name"] = $"[{code}] {row.Text("name")}";
        sheet.Execution["unit"] = unit.Id;
        sheet.Execution["quantity"] = quantity;
        sheet.Execution["price"] = price;
        sheet.Execution["planned"] = $"{planned:yyyy-MM-dd} 12:00:00";
        sheet.Execution["taxes"] = new System.Text.Json.Nodes.JsonArray([.. taxes.Select(t => (System.Text.Json.Nodes.JsonNode)t)]);
        sheet.Change(null, "partner_id", "Supplier", null, who);
        sheet.Change(null, "order_line", "Product", null, $"{Phrase.Quantity(quantity, unit.Name)} of {code} at {Phrase.Money(price, currency)}, needed {Phrase.Day(planned)}");
        if (offer.Number("min_qty") > quantity)
        {
            sheet.Warn($"{who} sells {code} from {Phrase.Quantity(offer.Number("min_qty"), unit.Name)}");
        }

        if (planned < earliest)
        {
            sheet.Warn($"By its lead time {who} delivers on {Phrase.Day(earliest)} at the earliest, after {Phrase.Day(planned)}");
        }

        return sheet.Finish(
            $"Make a draft purchase order at {who}: {Phrase.Quantity(quantity, unit.Name)} of {code} at {Phrase.Money(price, currency)}, {Phrase.Money(value, currency)} in all, needed {Phrase.Day(planned)}",
            new Exposure(value, currency),
            RiskClass.Low);
    }
}
