using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>What minimum stock rules ask to reorder, most urgent first, with the calculation. At most eight round trips for names and six more.</summary>
internal sealed class ReplenishmentTool(IOdooClient client, NameResolver names, StockReader stock, ReorderReader reader) : OdooTool(client)
{
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.replenishment",
        Description = "What to reorder: products whose forecast is below the minimum of their stock rule, most urgent first, with the proposed quantity, demand, lead time and how it was worked out. "
            + "Not for purchase orders that exist already.",
        Ability = "what to reorder first, how much, and how the quantity comes about",
        Status = "comparing stock rules with forecast and demand…",
        Parameters =
        [
            Parameters.Product,
            Parameters.Name("category", SlotKind.Category, "A product category, with all below it."),
            Parameters.Warehouse,
            Parameters.Name("supplier", SlotKind.Supplier, "Only products that this supplier sells first."),
            Parameters.Count,
            Parameters.Choice(
                "show",
                "below (default) for rules whose forecast is below the minimum, soon for those that run out before an order could come, all for every rule.",
                ("below", ["below minimum", "under minimum", "reorder", "replenish"]),
                ("soon", ["run out", "runs out", "running out", "stock out", "stockout", "days of cover", "out of stock soon"]),
                ("all", ["all rules", "every rule", "all orderpoints", "reordering rules"])),
        ],
        Touches = [DataClass.Stock, DataClass.Purchasing],
        MaxRoundTrips = (4 * NameResolver.RoundTripsPerName) + 2 + ReorderReader.RoundTrips,
    };

    protected override string Area => "reordering rules";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        if (!await Client.MayReadAsync(caller, "stock.warehouse.orderpoint", cancellationToken) || !await Client.MayReadAsync(caller, "stock.move", cancellationToken))
        {
            return Denied();
        }

        var resolved = names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Slot < SlotKind.PeriodStart)], cancellationToken);
        var sites = stock.SitesAsync(caller, cancellationToken);
        await Task.WhenAll(resolved, sites);
        var known = await resolved;
        if (known.Stop is { } stop)
        {
            return stop;
        }

        var domain = OdooDomain.Where("active", "=", true);
        domain = known["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
        domain = known["category"] is { } category ? domain.And("product_id.categ_id", "child_of", category.Id) : domain;
        domain = known["warehouse"] is { } warehouse ? domain.And("warehouse_id", "=", warehouse.Id) : domain;
        var (rules, cut) = await reader.ReadAsync(context, await sites, domain, cancellationToken);
        if (known["supplier"] is { } supplier)
        {
            if (!await Client.MayReadAsync(caller, "product.supplierinfo", cancellationToken))
            {
                return Denied("which supplier sells what");
            }

            rules = [.. rules.Where(r => r.Supplier == supplier.Name)];
        }

        return new ReplenishmentWriter(new AnswerSheet(context, Client), await sites, known, arguments.Text("show") ?? "below").Write(rules, cut, arguments.Shown());
    }
}
