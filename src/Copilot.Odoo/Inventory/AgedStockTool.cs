using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>Stock that lies long or is more than the sale needs. At most six round trips for names and six more.</summary>
internal sealed class AgedStockTool(IOdooClient client, NameResolver names, StockReader stock, ReorderReader reorder) : OdooTool(client)
{
    private const int MostQuants = 20_000;
    private const int MostProducts = 10_000;
    private const int StandardAge = 180;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.aged_stock",
        Description = "Slow stock: what lies longer than so many days (aged), what is more than half a year of sale (excess), and what nobody bought in thirteen weeks (dead), with value where the caller may see cost. "
            + "Not for expiry dates and not for free stock.",
        Ability = "which stock is aged, in excess or dead, and what it is worth",
        Status = "looking at how long stock lies and how fast it sells…",
        Parameters =
        [
            Parameters.Product,
            Parameters.Name("category", SlotKind.Category, "A product category, with all below it."),
            Parameters.Warehouse,
            Parameters.Day("since", SlotKind.PeriodStart, "Aged means in the warehouse since before this day; 180 days ago when left out."),
            Parameters.Count,
            Parameters.Choice(
                "show",
                "aged (default) for what lies long, excess for more than 26 weeks of sale, dead for what was not sold in thirteen weeks.",
                ("aged", ["aged", "old", "oldest", "ageing", "aging", "lying", "lies", "slow", "slow moving", "slow movers", "age"]),
                ("excess", ["excess", "too much", "overstock", "overstocked", "surplus", "overstocks"]),
                ("dead", ["dead", "obsolete", "not sold", "no sales", "never sells", "nobody buys", "unsold", "not moving", "non moving"])),
        ],
        Touches = [DataClass.Stock],
        MaxRoundTrips = (3 * NameResolver.RoundTripsPerName) + 2 + 3,
    };

    protected override string Area => "stock";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        foreach (var model in new[] { "stock.quant", "stock.move", "product.product" })
        {
            if (!await Client.MayReadAsync(caller, model, cancellationToken))
            {
                return Denied();
            }
        }

        var resolved = names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Slot < SlotKind.PeriodStart)], cancellationToken);
        var sites = stock.SitesAsync(caller, cancellationToken);
        await Task.WhenAll(resolved, sites);
        var known = await resolved;
        if (known.Stop is { } stop)
        {
            return stop;
        }

        var domain = ValuedStock.Counted.And("quantity", ">", 0);
        domain = known["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
        domain = known["category"] is { } category ? domain.And("product_id.categ_id", "child_of", category.Id) : domain;
        var quants = await Client.SearchReadAsync(
            caller, new OdooQuery { Model = "stock.quant", Domain = domain, Fields = ["product_id", "location_id", "quantity", "in_date"], Order = "in_date, id", Limit = MostQuants, WithTotal = true }, cancellationToken);
        var days = new CallerDays(context);
        var since = arguments.Day("since") is { } s && s < days.Today ? s : days.Today.AddDays(-StandardAge);
        var ids = quants.Rows.Select(q => q.Link("product_id")?.Id ?? 0).Distinct().ToList();
        var rows = ids.Count == 0
            ? Task.FromResult(new OdooPage([], 0))
            : Client.SearchReadAsync(
                caller,
                new OdooQuery { Model = "product.product", Domain = OdooDomain.Where("id", "in", ids), Fields = ["display_name", "default_code", "name", "uom_id", "standard_price", "currency_id", "write_date"], Order = "id", Limit = MostProducts, WithArchived = true },
                cancellationToken);
        var sold = reorder.SoldAsync(context, await sites, ids, cancellationToken);
        await Task.WhenAll(rows, sold);
        var items = LyingStock.Of(quants.Rows, (await rows).Rows, await sites, await sold, known["warehouse"]?.Id, days);
        return new AgedStockWriter(new AnswerSheet(context, Client), await sites, known, arguments.Text("show") ?? "aged", since).Write(items, quants.IsCut, arguments.Shown());
    }
}
