using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>Products that are probably entered twice, and products traded in other units than they are stocked in. At most two round trips for names and four more.</summary>
internal sealed class DataQualityTool(IOdooClient client, NameResolver names) : OdooTool(client)
{
    private const int MostProducts = 20_000;
    private const int LinesOfDays = 365;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.data_quality",
        Description = "Product data that needs cleaning: products that are probably entered twice (same words in the name, reference or barcode) and products bought or sold in another unit than they are stocked in. "
            + "Not for stock levels and not for substitutes.",
        Ability = "which products are entered twice and where units of measure conflict",
        Status = "comparing products and units…",
        Parameters =
        [
            Parameters.Name("category", SlotKind.Category, "A product category, with all below it."),
            Parameters.Count,
            Parameters.Choice(
                "show",
                "all (default), duplicates for products entered twice, units for conflicts of units.",
                ("duplicates", ["duplicate", "duplicates", "double", "doubles", "twice", "duplicated"]),
                ("units", ["unit", "units", "uom", "unit of measure", "units of measure"])),
        ],
        Touches = [DataClass.Stock],
        MaxRoundTrips = NameResolver.RoundTripsPerName + 4,
    };

    protected override string Area => "products";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        if (!await Client.MayReadAsync(caller, "product.product", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Name == "category")], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        var products = await Client.SearchReadAsync(
            caller,
            new OdooQuery
            {
                Model = "product.product",
                Domain = resolved["category"] is { } category ? OdooDomain.Where("categ_id", "child_of", category.Id) : OdooDomain.All,
                Fields = ["display_name", "default_code", "name", "barcode", "uom_id", "product_tmpl_id", "write_date"],
                Order = "id",
                Limit = MostProducts,
                WithTotal = true,
            },
            cancellationToken);
        var show = arguments.Text("show") ?? "all";
        var doubles = show == "units" ? [] : DoubleProducts.Find(products.Rows);
        var conflicts = show == "duplicates" ? [] : await ConflictsAsync(context, products.Rows, cancellationToken);
        return new DataQualityWriter(new AnswerSheet(context, Client), resolved, show).Write(doubles, conflicts, products, arguments.Shown());
    }

    private async Task<IReadOnlyList<UnitConflict>> ConflictsAsync(ToolContext context, IReadOnlyList<OdooRow> products, CancellationToken cancellationToken)
    {
        var byId = products.ToDictionary(p => p.Id);
        var byTemplate = products.Where(p => p.Link("product_tmpl_id") is not null).GroupBy(p => p.Link("product_tmpl_id")!.Value.Id).ToDictionary(g => g.Key, g => g.First());
        var days = new CallerDays(context);
        var since = days.Start(days.Today.AddDays(-LinesOfDays));
        var sales = UnitsAsync(context.Caller, "sale.order.line", "order_id.date_order", since, cancellationToken);
        var purchases = UnitsAsync(context.Caller, "purchase.order.line", "order_id.date_order", since, cancellationToken);
        var prices = PricesAsync(context.Caller, cancellationToken);
        await Task.WhenAll(sales, purchases, prices);
        var conflicts = Conflicts(await sales, "product_id", byId, "on sales orders")
            .Concat(Conflicts(await purchases, "product_id", byId, "on purchase orders"))
            .Concat(Conflicts(await prices, "product_tmpl_id", byTemplate, "in supplier prices"));
        return [.. conflicts.OrderBy(c => c.Product.Id).ThenByDescending(c => c.Lines)];
    }

    private static IEnumerable<UnitConflict> Conflicts(IEnumerable<OdooRow> rows, string key, Dictionary<int, OdooRow> products, string where)
        => rows.Where(r => r.Link(key) is { } p && products.ContainsKey(p.Id) && r.Link("product_uom_id") is not null)
            .Select(r => (Product: products[r.Link(key)!.Value.Id], Unit: r.Link("product_uom_id")!.Value, Lines: Math.Max(1, r.Whole("__count"))))
            .Where(r => r.Product.Link("uom_id") is { } own && own.Id != r.Unit.Id)
            .GroupBy(r => (r.Product.Id, r.Unit.Id))
            .Select(g => new UnitConflict(g.First().Product, g.First().Unit.Name, where, g.Sum(r => r.Lines)));

    /// <summary>How many lines of the last year each product has in each unit; nothing where the caller may not read them.</summary>
    private async Task<IReadOnlyList<OdooRow>> UnitsAsync(Caller caller, string model, string day, DateTimeOffset since, CancellationToken cancellationToken)
        => await Client.MayReadAsync(caller, model, cancellationToken)
            ? await Client.ReadGroupAsync(
                caller, new OdooGrouping { Model = model, Domain = OdooDomain.Where("product_id", "!=", null).And(day, ">=", since), GroupBy = ["product_id", "product_uom_id"], Limit = MostProducts * 2 }, cancellationToken)
            : [];

    private async Task<IReadOnlyList<OdooRow>> PricesAsync(Caller caller, CancellationToken cancellationToken)
        => await Client.MayReadAsync(caller, "product.supplierinfo", cancellationToken)
            ? (await Client.SearchReadAsync(caller, new OdooQuery { Model = "product.supplierinfo", Domain = OdooDomain.Where("product_tmpl_id", "!=", null), Fields = ["product_tmpl_id", "product_uom_id"], Order = "id", Limit = MostProducts }, cancellationToken)).Rows
            : [];
}
