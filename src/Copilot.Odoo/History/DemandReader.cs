using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.History;

/// <summary>Reads what went to customers and what came back, by product and day: Odoo adds up and converts units itself.</summary>
internal sealed class DemandReader(IOdooClient client)
{
    /// <summary>Groups that are read at most; a wider question has to be narrowed.</summary>
    public const int MostGroups = 100_000;

    private const int MostPromotions = 200;
    private const int LongestPromotion = 92;

    private static OdooDomain Out => OdooDomain.Where("location_dest_id.usage", "=", "customer").And("location_id.usage", "=", "internal");

    private static OdooDomain Back => OdooDomain.Where("location_id.usage", "=", "customer").And("location_dest_id.usage", "=", "internal");

    /// <summary>Deliveries to customers. One round trip.</summary>
    public Task<IReadOnlyList<MovedDay>> DeliveredAsync(ToolContext context, ResolvedNames names, DateOnly from, CancellationToken cancellationToken)
        => MovedAsync(context, Narrow(Out, names), from, cancellationToken);

    /// <summary>Returns from customers. One round trip.</summary>
    public Task<IReadOnlyList<MovedDay>> ReturnedAsync(ToolContext context, ResolvedNames names, DateOnly from, CancellationToken cancellationToken)
        => MovedAsync(context, Narrow(Back, names), from, cancellationToken);

    /// <summary>Deliveries and returns by kind of operation, and by address where that is asked for. Two round trips at once.</summary>
    public async Task<(IReadOnlyList<MovedPart> Left, IReadOnlyList<MovedPart> Back)> PartsAsync(ToolContext context, ResolvedNames names, DateOnly from, bool addresses, CancellationToken cancellationToken)
    {
        var left = GroupsAsync(context, Narrow(Out, names), from, addresses ? ["product_id", "picking_type_id", "partner_id", "date:day"] : ["product_id", "picking_type_id", "date:day"], cancellationToken);
        var back = GroupsAsync(context, Narrow(Back, names), from, addresses ? ["product_id", "picking_type_id", "partner_id", "date:day"] : ["product_id", "picking_type_id", "date:day"], cancellationToken);
        return ([.. (await left).Select(Part)], [.. (await back).Select(Part)]);

        static MovedPart Part(OdooRow row) => new(row.Link("product_id")!.Value.Id, row.Link("picking_type_id")?.Id, row.Link("partner_id")?.Id, row.Date("date:day")!.Value, row.Number("product_qty"));
    }

    /// <summary>Done moves of a domain, by product and day. One round trip.</summary>
    public async Task<IReadOnlyList<MovedDay>> MovedAsync(ToolContext context, OdooDomain domain, DateOnly from, CancellationToken cancellationToken)
        => [.. (await GroupsAsync(context, domain, from, ["product_id", "date:day"], cancellationToken)).Select(g => new MovedDay(g.Link("product_id")!.Value.Id, g.Date("date:day")!.Value, g.Number("product_qty")))];

    /// <summary>
    /// Days with special prices for a product, on any price list: rules that begin and end within a quarter. Longer ones are agreements. Null when the caller may not see them. One round trip.
    /// </summary>
    public async Task<IReadOnlyList<PromotionPeriod>?> PromotionsAsync(ToolContext context, OdooRow product, DateOnly from, CancellationToken cancellationToken)
    {
        if (!await client.MayReadAsync(context.Caller, "product.pricelist.item", cancellationToken))
        {
            return null;
        }

        var days = new CallerDays(context);
        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "product.pricelist.item",
                Domain = PriceRule.For(product).And("date_start", "!=", null).And("date_end", ">=", days.Start(from)),
                Fields = ["date_start", "date_end"],
                Order = "date_start, id",
                Limit = MostPromotions,
            },
            cancellationToken);
        return
        [
            .. page.Rows.Select(r => (From: days.Of(r.Moment("date_start")), To: days.Of(r.Moment("date_end"))))
                .Where(p => p.From is not null && p.To is not null && p.To.Value.DayNumber - p.From.Value.DayNumber is >= 0 and < LongestPromotion)
                .Select(p => new PromotionPeriod(p.From!.Value, p.To!.Value)).Distinct(),
        ];
    }

    private async Task<IReadOnlyList<OdooRow>> GroupsAsync(ToolContext context, OdooDomain domain, DateOnly from, IReadOnlyList<string> by, CancellationToken cancellationToken)
    {
        var groups = await client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping { Model = "stock.move", Domain = domain.And("state", "=", "done").And("date", ">=", new CallerDays(context).Start(from)), GroupBy = by, Aggregates = ["product_qty:sum"], Limit = MostGroups },
            cancellationToken);
        return [.. groups.Where(g => g.Link("product_id") is not null && g.Date("date:day") is not null)];
    }

    private static OdooDomain Narrow(OdooDomain domain, ResolvedNames names)
    {
        domain = names["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
        domain = names["category"] is { } category ? domain.And("product_id.categ_id", "child_of", category.Id) : domain;
        domain = names["warehouse"] is { } warehouse ? domain.And("picking_type_id.warehouse_id", "=", warehouse.Id) : domain;
        return names["customer"] is { } customer ? domain.And("partner_id", "child_of", customer.Id) : domain;
    }
}
