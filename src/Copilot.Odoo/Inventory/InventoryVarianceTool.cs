using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>What counts and scrapping booked in and out: who, when, how much. At most eight round trips for names and six more.</summary>
internal sealed class InventoryVarianceTool(IOdooClient client, NameResolver names, StockReader stock) : OdooTool(client)
{
    private const int MostMoves = 10_000;
    private const int StandardDays = 30;
    private const int StandardDaysOfProduct = 365;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.inventory_variance",
        Description = "Inventory adjustments: what counts or scrapping booked in or out, by product, shelf, person and day, with value where the caller may see cost. Not for how a count is done and not for stock levels.",
        Ability = "which stock differences were counted or scrapped, by whom and when",
        Status = "looking at counts and adjustments…",
        Parameters =
        [
            Parameters.Product,
            Parameters.Name("category", SlotKind.Category, "A product category, with all below it."),
            Parameters.Warehouse,
            Parameters.Name("person", SlotKind.Person, "Who booked it; everybody when left out."),
            Parameters.Day("from", SlotKind.PeriodStart, "First day; thirty days ago when left out, a year for one product."),
            Parameters.Day("to", SlotKind.PeriodEnd, "Last day; today when left out."),
            Parameters.Day("on", SlotKind.Day, "Only this day."),
            Parameters.Count,
            Parameters.Choice(
                "show",
                "all (default), losses for what was missing, gains for what was found.",
                ("losses", ["loss", "losses", "lost", "missing", "shrinkage", "shrink", "written off", "scrapped", "scrap"]),
                ("gains", ["gain", "gains", "found", "surplus", "booked in"]),
                ("all", ["differences", "adjustments", "all adjustments"])),
        ],
        Touches = [DataClass.Stock],
        MaxRoundTrips = (4 * NameResolver.RoundTripsPerName) + 2 + 3,
    };

    protected override string Area => "stock movements";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        foreach (var model in new[] { "stock.move", "stock.location", "product.product" })
        {
            if (!await Client.MayReadAsync(caller, model, cancellationToken))
            {
                return Denied();
            }
        }

        var resolved = names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Slot < SlotKind.PeriodStart)], cancellationToken);
        var sites = stock.SitesAsync(caller, cancellationToken);
        var places = Client.SearchReadAsync(caller, new OdooQuery { Model = "stock.location", Domain = OdooDomain.Where("usage", "=", "inventory"), Fields = ["complete_name"], WithArchived = true }, cancellationToken);
        await Task.WhenAll(resolved, sites, places);
        var known = await resolved;
        if (known.Stop is { } stop)
        {
            return stop;
        }

        var days = new CallerDays(context);
        var to = arguments.Day("on") ?? (arguments.Day("to") is { } t && t < days.Today ? t : days.Today);
        var from = arguments.Day("on") ?? arguments.Day("from") ?? to.AddDays(known["product"] is null ? -StandardDays : -StandardDaysOfProduct);
        var ids = (await places).Rows.Select(p => p.Id).ToHashSet();
        var domain = OdooDomain.Where("location_id", "in", ids).Or("location_dest_id", "in", ids).And("state", "=", "done").And("date", ">=", days.Start(from)).And("date", "<=", days.End(to));
        domain = known["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
        domain = known["category"] is { } category ? domain.And("product_id.categ_id", "child_of", category.Id) : domain;
        domain = known["person"] is { } person ? domain.And("create_uid", "=", person.Id) : domain;
        var moves = await Client.SearchReadAsync(
            caller,
            new OdooQuery
            {
                Model = "stock.move", Domain = domain, Fields = ["product_id", "product_qty", "product_uom_qty", "location_id", "location_dest_id", "date", "reference", "origin", "create_uid", "write_date"],
                Order = "date desc, id desc", Limit = MostMoves,
            },
            cancellationToken);
        var products = moves.Rows.Select(m => m.Link("product_id")?.Id ?? 0).Distinct().ToList();
        var rows = products.Count == 0
            ? []
            : (await Client.SearchReadAsync(
                caller,
                new OdooQuery { Model = "product.product", Domain = OdooDomain.Where("id", "in", products), Fields = ["display_name", "default_code", "name", "uom_id", "standard_price", "currency_id", "write_date"], Limit = MostMoves, WithArchived = true },
                cancellationToken)).Rows;
        var byId = rows.ToDictionary(r => r.Id);
        var warehouse = known["warehouse"]?.Id;
        var warehouses = await sites;
        var adjustments = moves.Rows.Select(m => StockAdjustment.From(m, byId, ids, warehouses, days)).OfType<StockAdjustment>().Where(a => warehouse is null || a.WarehouseId == warehouse).ToList();
        return new InventoryVarianceWriter(new AnswerSheet(context, Client), known, arguments.Text("show") ?? "all", from, to).Write(adjustments, moves.Rows.Count >= MostMoves, arguments.Shown());
    }
}
