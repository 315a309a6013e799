using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>What the stock is worth now, on one definition. At most two round trips for each name, the warehouses, and those of the reader.</summary>
internal sealed class InventoryValueTool(IOdooClient client, NameResolver names, StockReader stock, InventoryValueReader reader) : OdooTool(client)
{
    private static readonly ToolParameter Category = Parameters.Name("category", SlotKind.Category, "A product category, with all below it.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.inventory_value",
        Description = "What the stock on hand is worth at cost now: in all, or by warehouse, category, product or company, with quantities, products without a cost and negative stock. "
            + "Callers who may not see cost get quantities. Not for what is slow or aged, how much of one product is free, or turnover.",
        Ability = "what our stock is worth, by warehouse, category or product",
        Status = "adding up what lies on the shelves…",
        Parameters =
        [
            Parameters.Product,
            Category,
            Parameters.Warehouse,
            Parameters.Company,
            Parameters.Choice(
                "group",
                "How the value is split: warehouse (default), category, product for the most valuable ones, or company.",
                ("warehouse", ["by warehouse", "per warehouse", "each warehouse", "which warehouse", "warehouses", "by site", "per site", "by location"]),
                ("category", ["by category", "per category", "each category", "which category", "categories", "product group", "product groups", "product family"]),
                ("product", ["by product", "per product", "which products", "which items", "most valuable", "by item", "per item", "which articles", "by article"]),
                ("company", ["by company", "per company", "each company", "which company", "companies"])),
            Parameters.Day("to", SlotKind.PeriodEnd, "The day it is asked for. Only today's stock can be valued: an earlier day gets today's value, and that is said."),
            Parameters.Day("on", SlotKind.Day, "The same, when a single day is named."),
            Parameters.Count,
        ],
        Touches = [DataClass.Stock],
        MaxRoundTrips = (4 * NameResolver.RoundTripsPerName) + 2 + InventoryValueReader.RoundTrips,
    };

    protected override string Area => "stock";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        foreach (var model in new[] { "stock.quant", "product.product" })
        {
            if (!await Client.MayReadAsync(context.Caller, model, cancellationToken))
            {
                return Denied();
            }
        }

        var resolved = names.ResolveAsync(context, arguments, [Parameters.Product, Category, Parameters.Warehouse, Parameters.Company], cancellationToken);
        var sites = stock.SitesAsync(context.Caller, cancellationToken);
        await Task.WhenAll(resolved, sites);
        var known = await resolved;
        if (known.Stop is { } stop)
        {
            return stop;
        }

        var companies = new CompanyScope(context, known["company"]);
        var domain = companies.Narrow(ValuedStock.Counted);
        domain = known["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
        domain = known["category"] is { } category ? domain.And("product_id.categ_id", "child_of", category.Id) : domain;
        if (await reader.ReadAsync(context, await sites, domain, cancellationToken) is not { } read)
        {
            return NotFound("There is more stock than I can add up at once; name a company, a category or a product.");
        }

        var request = new InventoryValueRequest
        {
            Group = arguments.Text("group") ?? "warehouse",
            Names = known,
            Companies = companies,
            Today = context.Today,
            Asked = (arguments.Day("on") ?? arguments.Day("to")) is { } day && day < context.Today ? day : null,
            Shown = arguments.Shown(),
        };
        var wanted = known["warehouse"] is { } warehouse ? [.. read.Stock.Where(s => s.WarehouseId == warehouse.Id)] : read.Stock;
        return new InventoryValueWriter(new AnswerSheet(context, Client) { Scope = request.About + companies.Words }, await sites, request).Write(wanted, read.Unread);
    }
}
