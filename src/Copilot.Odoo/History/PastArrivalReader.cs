using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.History;

/// <summary>Reads when purchases were confirmed, should have come and came, and what suppliers ask: three round trips and two for offers.</summary>
internal sealed class PastArrivalReader(IOdooClient client)
{
    public const int RoundTrips = 5;

    private const int MostMoves = 20_000;
    private const int MostOffers = 50;

    /// <summary>Receipts of purchases since a day, oldest first, one for each order and day; and whether there were more.</summary>
    public async Task<(IReadOnlyList<SupplierArrival> Arrivals, bool Cut)> ReadAsync(ToolContext context, ResolvedNames names, DateOnly from, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var domain = OdooDomain.Where("state", "=", "done").And("purchase_line_id", "!=", null).And("location_dest_id.usage", "=", "internal").And("date", ">=", days.Start(from));
        domain = names["supplier"] is { } supplier ? domain.And("purchase_line_id.order_id.partner_id", "child_of", supplier.Id) : domain;
        domain = names["product"] is { } product ? domain.And("product_id", "=", product.Id) : domain;
        domain = names["warehouse"] is { } warehouse ? domain.And("picking_type_id.warehouse_id", "=", warehouse.Id) : domain;
        var moves = await client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "stock.move", Domain = domain, Fields = ["purchase_line_id", "date", "date_deadline"], Order = "date desc, id desc", Limit = MostMoves }, cancellationToken);
        var lines = await ByIdAsync(context, "purchase.order.line", moves.Rows.Select(m => m.Link("purchase_line_id")?.Id), ["order_id"], cancellationToken);
        var orders = await ByIdAsync(context, "purchase.order", lines.Values.Select(l => l.Link("order_id")?.Id), ["name", "partner_id", "date_approve"], cancellationToken);
        var arrivals = moves.Rows.Select(m =>
        {
            var line = lines.GetValueOrDefault(m.Link("purchase_line_id")?.Id ?? 0);
            var order = orders.GetValueOrDefault(line?.Link("order_id")?.Id ?? 0);
            return days.Of(m.Moment("date")) is { } came && days.Of(order?.Moment("date_approve")) is { } ordered && came >= ordered
                ? new SupplierArrival(Phrase.Clean(order!.Link("partner_id")?.Name, 80), order.Text("name") ?? string.Empty, ordered, days.Of(m.Moment("date_deadline")), came)
                : null;
        });
        return ([.. arrivals.OfType<SupplierArrival>().Distinct().OrderBy(a => a.Came).ThenBy(a => a.Order, StringComparer.Ordinal)], moves.Rows.Count >= MostMoves);
    }

    /// <summary>What suppliers ask for a product, in Odoo's order; none when the caller may not see it. Two round trips.</summary>
    public async Task<IReadOnlyList<SupplierOffer>> OffersAsync(ToolContext context, int productId, int? supplierId, CancellationToken cancellationToken)
    {
        if (!await client.MayReadAsync(context.Caller, "product.supplierinfo", cancellationToken))
        {
            return [];
        }

        var products = await client.ReadAsync(context.Caller, "product.product", [productId], ["product_tmpl_id"], cancellationToken);
        var template = products is [var row, ..] ? row.Link("product_tmpl_id")?.Id ?? 0 : 0;
        var domain = OdooDomain.Where("product_id", "=", productId).Or(OdooDomain.Where("product_tmpl_id", "=", template).And("product_id", "=", null));
        domain = supplierId is { } supplier ? domain.And("partner_id", "=", supplier) : domain;
        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery { Model = "product.supplierinfo", Domain = domain, Fields = ["partner_id", "min_qty", "price", "currency_id", "delay", "date_start", "date_end"], Order = "sequence, min_qty, id", Limit = MostOffers },
            cancellationToken);
        return
        [
            .. page.Rows.Where(r => !(r.Date("date_start") > context.Today) && !(r.Date("date_end") < context.Today))
                .Select(r => new SupplierOffer(Phrase.Clean(r.Link("partner_id")?.Name, 80), (double)r.Number("min_qty"), (double)r.Number("price"), r.Link("currency_id")?.Name ?? string.Empty, r.Whole("delay"))),
        ];
    }

    private async Task<IReadOnlyDictionary<int, OdooRow>> ByIdAsync(ToolContext context, string model, IEnumerable<int?> ids, string[] fields, CancellationToken cancellationToken)
    {
        var wanted = ids.OfType<int>().Distinct().ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<int, OdooRow>();
        }

        var page = await client.SearchReadAsync(context.Caller, new OdooQuery { Model = model, Domain = OdooDomain.Where("id", "in", wanted), Fields = fields, Order = "id", Limit = MostMoves }, cancellationToken);
        return page.Rows.ToDictionary(r => r.Id);
    }
}
