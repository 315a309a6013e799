using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Purchasing;

/// <summary>
/// Who sells a product at what price, or what a supplier sells: vendor price lists with what was paid last; or which prices paid rose or fell. At most six round trips
/// for names and three more.
/// </summary>
internal sealed class SupplierPricesTool(IOdooClient client, NameResolver names, PricePaidReader paid) : OdooTool(client)
{
    private const int StandardDays = 365;
    private const int DaysToCompare = 365;
    private const int MostPrices = 2000;
    private const int MostLines = 500;

    private static readonly ToolParameter Category = Parameters.Name("category", SlotKind.Category, "A product category, with all below it.");

    private static readonly ToolParameter Supplier = Parameters.Name("supplier", SlotKind.Supplier, "A supplier's name; all suppliers of the product when left out.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.supplier_prices",
        Description = "What suppliers charge us: who sells a product, at what price from which quantity, with which lead time, the cheapest first, and what was paid last; or what a supplier sells us; "
            + "or, with show=raised, which purchase prices rose, by how much and what that cost: price history of what we buy. Not for our prices to customers and not for how punctual a supplier is.",
        Ability = "who sells us a product and at what price, what a supplier sells, and which purchase prices rose",
        Status = "looking at vendor price lists…",
        Parameters =
        [
            Parameters.Product,
            Supplier,
            Category,
            new() { Name = "quantity", Type = ParameterType.Number, Slot = SlotKind.Quantity, Description = "The quantity to buy; the prices for every quantity when left out." },
            Parameters.Choice(
                "show",
                "offers (default) for the prices that hold, raised for what rose between the last purchases and those before, lowered for what fell.",
                ("offers", ["who sells", "offers", "price list"]),
                ("raised", ["raised", "raise", "increased", "increase", "increases", "went up", "gone up", "going up", "rose", "risen", "dearer", "more expensive", "price changes", "changed", "price history", "history", "over time", "developed", "development", "trend"]),
                ("lowered", ["lowered", "fell", "fallen", "dropped", "went down", "gone down", "got cheaper", "become cheaper", "decreased", "decreases", "reduced"])),
            Parameters.Choice(
                "group",
                "With show=raised or lowered: supplier (default) or product (default for one supplier, product or category).",
                ("supplier", ["which suppliers", "which supplier", "which vendors", "which vendor", "who", "by supplier", "per supplier"]),
                ("product", ["which products", "which product", "which items", "which articles", "which prices", "by product", "per product"])),
            Parameters.From with { Description = "With show=raised or lowered: first day of the period; the last 365 days when left out." },
            Parameters.To,
            Parameters.Count,
        ],
        Touches = [DataClass.Purchasing],
        MaxRoundTrips = (3 * NameResolver.RoundTripsPerName) + 3,
    };

    protected override string Area => "purchase prices";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "product.supplierinfo", cancellationToken))
        {
            return Denied();
        }

        var known = await names.ResolveAsync(context, arguments, [Parameters.Product, Supplier, Category], cancellationToken);
        if (known.Stop is { } stop)
        {
            return stop;
        }

        if (arguments.Text("show") is "raised" or "lowered")
        {
            return await MovedAsync(context, arguments, known, cancellationToken);
        }

        if (known["product"] is null && known["supplier"] is null && known["category"] is null)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "Which product or supplier do you mean?" };
        }

        var (prices, cut) = await PricesAsync(context, known, cancellationToken);
        var last = await LastAsync(context.Caller, known, cancellationToken);
        var writer = new SupplierPricesWriter(new AnswerSheet(context, Client), known, last, cut);
        return known["product"] is not null ? writer.OfProduct(prices, arguments.Number("quantity"), arguments.Shown())
            : known["category"] is not null ? writer.OfCategory(prices, arguments.Shown())
            : writer.OfSupplier(prices, arguments.Shown());
    }

    /// <summary>What was paid in a period against what was paid last before it. Two round trips.</summary>
    private async Task<ToolResult> MovedAsync(ToolContext context, ToolArguments arguments, ResolvedNames known, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "purchase.order.line", cancellationToken))
        {
            return Denied();
        }

        if (AskedPeriod.Read(arguments, context.Today, StandardDays, out var fault) is not { } asked)
        {
            return Failed(fault);
        }

        var domain = known["product"] is { } product ? OdooDomain.Where("product_id", "=", product.Id) : OdooDomain.All;
        domain = known["supplier"] is { } supplier ? domain.And("order_id.partner_id", "child_of", supplier.Id) : domain;
        domain = known["category"] is { } category ? domain.And("product_id.categ_id", "child_of", category.Id) : domain;
        var about = (known["product"] is { } p ? $" of {p.Code ?? p.Name}" : known["category"] is { } c ? $" in {c.Name}" : string.Empty) + (known["supplier"] is { } s ? $" of {s.Name}" : string.Empty);
        var (bought, isCut) = await paid.ReadAsync(context, domain, asked.Now.From.AddDays(-DaysToCompare), asked.Now.To, cancellationToken);
        var changes = PriceChange.Of(bought, asked.Now.From);
        var writer = new PurchasePriceWriter(new AnswerSheet(context, Client) { Scope = about }, asked.Now, about, isCut);
        var cheaper = arguments.Text("show") == "lowered";
        return (arguments.Text("group") ?? (about.Length == 0 ? "supplier" : "product")) == "supplier" ? writer.BySupplier(changes, cheaper, arguments.Shown()) : writer.ByProduct(changes, cheaper, arguments.Shown());
    }

    /// <summary>The prices that hold today. Two round trips.</summary>
    private async Task<(IReadOnlyList<SupplierPrice> Prices, bool IsCut)> PricesAsync(ToolContext context, ResolvedNames known, CancellationToken cancellationToken)
    {
        var domain = OdooDomain.Where("date_end", "=", null).Or("date_end", ">=", context.Today).And(OdooDomain.Where("date_start", "=", null).Or("date_start", "<=", context.Today));
        if (known["product"] is { } product)
        {
            var rows = await Client.ReadAsync(context.Caller, "product.product", [product.Id], ["product_tmpl_id"], cancellationToken);
            var template = rows is [var row, ..] ? row.LinkId("product_tmpl_id") : 0;
            domain = domain.And("product_tmpl_id", "=", template).And(OdooDomain.Where("product_id", "=", null).Or("product_id", "=", product.Id));
        }

        else if (known["category"] is { } category)
        {
            domain = domain.And("product_tmpl_id.categ_id", "child_of", category.Id);
        }

        domain = known["supplier"] is { } supplier ? domain.And("partner_id", "child_of", supplier.Id) : domain;
        var page = await Client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "product.supplierinfo",
                Domain = domain,
                Fields = ["partner_id", "product_tmpl_id", "product_id", "price", "discount", "min_qty", "delay", "currency_id", "product_uom_id", "date_end", "write_date"],
                Order = "min_qty, price, id",
                Limit = MostPrices,
                WithTotal = true,
            },
            cancellationToken);
        return ([.. page.Rows.Select(SupplierPrice.From).OfType<SupplierPrice>()], page.IsCut);
    }

    /// <summary>The latest purchase line by supplier and product; none where the caller may not read purchases. One round trip.</summary>
    private async Task<IReadOnlyList<OdooRow>> LastAsync(Caller caller, ResolvedNames known, CancellationToken cancellationToken)
    {
        if (known["product"] is not { } product || !await Client.MayReadAsync(caller, "purchase.order.line", cancellationToken))
        {
            return [];
        }

        var page = await Client.SearchReadAsync(
            caller,
            new OdooQuery
            {
                Model = "purchase.order.line",
                Domain = OdooDomain.Where("product_id", "=", product.Id).And("order_id.state", "in", PricePaidReader.Bought),
                Fields = ["order_id", "partner_id", "price_unit", "discount", "product_uom_id", "product_qty", "currency_id", "write_date"],
                Order = "id desc",
                Limit = MostLines,
            },
            cancellationToken);
        return [.. page.Rows.DistinctBy(r => r.LinkId("partner_id"))];
    }
}
