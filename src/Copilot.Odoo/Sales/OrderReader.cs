using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Purchasing;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Sales;

/// <summary>Reads orders with lines, transfers, customers, troubles, shortages and the receipts they wait for: at most <see cref="RoundTrips"/>.</summary>
internal sealed class OrderReader(IOdooClient client, StockReader stock, ReceiptReader receipts, IOptions<OdooConventions> conventions)
{
    /// <summary>Orders (2 when there are more), sites (2), customer classes, credit tags; lines, transfers, customers; stock (2), activities; receipts (2).</summary>
    public const int RoundTrips = 14;

    private const int MostLines = 10_000;

    private static readonly string[] OrderFields =
    [
        "name", "state", "partner_id", "user_id", "warehouse_id", "commitment_date", "date_order", "amount_untaxed", "currency_id",
        "picking_policy", "tag_ids", "client_order_ref", "invoice_status", "write_date",
    ];

    /// <summary>Orders that still have a transfer to do.</summary>
    public static OdooDomain OpenOrders { get; } =
        OdooDomain.Where("state", "in", new[] { "sale", "done" }).And("picking_ids.state", "in", new[] { "draft", "waiting", "confirmed", "assigned" });

    /// <summary>Reads the orders the domain finds.</summary>
    public async Task<OrderBook> ReadAsync(ToolContext context, OdooDomain domain, int limit, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        var unread = new List<string>();
        var orders = client.SearchReadAsync(
            caller, new OdooQuery { Model = "sale.order", Domain = domain, Fields = OrderFields, Order = "commitment_date, id", Limit = limit, WithTotal = true }, cancellationToken);
        var mayStock = await client.MayReadAsync(caller, "stock.picking", cancellationToken) && await client.MayReadAsync(caller, "stock.move", cancellationToken);
        var sites = mayStock ? stock.SitesAsync(caller, cancellationToken) : Task.FromResult(new Sites([], []));
        var classes = OptionalAsync(context, "res.partner.category", OdooDomain.Where("name", "ilike", conventions.Value.CustomerClassPrefix.Trim()), ["name"], null, unread, cancellationToken);
        var tags = OptionalAsync(context, "crm.tag", OdooDomain.Where("name", "=ilike", conventions.Value.CreditHoldTag), ["name"], null, unread, cancellationToken);
        await Task.WhenAll(orders, sites, classes, tags);
        var page = await orders;
        if (!mayStock)
        {
            unread.Add("stock and transfers");
        }

        var ids = page.Rows.Select(r => r.Id).ToList();
        if (ids.Count == 0)
        {
            return new OrderBook([], page.Total, unread);
        }

        var lines = client.SearchReadAsync(
            caller,
            new OdooQuery
            {
                Model = "sale.order.line",
                Domain = OdooDomain.Where("order_id", "in", ids).And("product_id", "!=", null),
                Fields = ["order_id", "product_id", "product_uom_qty", "qty_delivered", "qty_invoiced", "product_uom_id", "price_subtotal"],
                Order = "order_id, id",
                Limit = MostLines,
            },
            cancellationToken);
        var transfers = mayStock
            ? client.SearchReadAsync(
                caller,
                new OdooQuery
                {
                    Model = "stock.picking",
                    Domain = OdooDomain.Where("sale_id", "in", ids).And("state", "!=", "cancel"),
                    Fields = ["name", "state", "sale_id", "picking_type_id", "scheduled_date", "date_done", "carrier_tracking_ref", "user_id", "priority", "batch_id", "write_date"],
                    Order = "id",
                    Limit = MostLines,
                },
                cancellationToken)
            : Task.FromResult(new OdooPage([], 0));
        var partners = client.SearchReadAsync(
            caller,
            new OdooQuery
            {
                Model = "res.partner",
                Domain = OdooDomain.Where("id", "in", page.Rows.Select(r => r.Link("partner_id")?.Id ?? 0).Distinct()),
                Fields = ["name", "category_id", "sale_warn_msg", "write_date"],
                WithArchived = true,
            },
            cancellationToken);
        await Task.WhenAll(lines, transfers, partners);

        var parts = new OrderParts(page.Rows, (await lines).Rows, (await transfers).Rows, (await partners).Rows, await sites);
        var picture = mayStock ? stock.ReadAsync(context, await sites, parts.ShippableProducts, cancellationToken) : Task.FromResult(new StockPicture([], [], []));
        var activities = OptionalAsync(
            context,
            "mail.activity",
            OdooDomain.Where("res_model", "=", "stock.picking").And("res_id", "in", parts.TransferIds)
                .Or(OdooDomain.Where("res_model", "=", "sale.order").And("res_id", "in", ids)),
            ["res_model", "res_id", "summary", "activity_type_id", "date_deadline"],
            "id",
            unread,
            cancellationToken);
        await Task.WhenAll(picture, activities);

        var covers = (await picture).Cover();
        var expected = await receipts.ReadAsync(context, parts.ReceiptIds(covers.Values), cancellationToken);
        var assembly = new OrderAssembly(parts, await picture, covers, expected, await activities, await classes, await tags, conventions.Value, new CallerDays(context));
        return new OrderBook([.. page.Rows.Select(assembly.Order)], page.Total, unread);
    }

    private async Task<IReadOnlyList<OdooRow>> OptionalAsync(
        ToolContext context, string model, OdooDomain domain, IReadOnlyList<string> fields, string? order, List<string> unread, CancellationToken cancellationToken)
    {
        if (!await client.HasModelAsync(context.Caller, model, cancellationToken) || !await client.MayReadAsync(context.Caller, model, cancellationToken))
        {
            lock (unread)
            {
                unread.Add(model switch { "mail.activity" => "noted pick failures and missing documents", "crm.tag" => "credit hold tags", _ => "customer classes" });
            }

            return [];
        }

        return (await client.SearchReadAsync(context.Caller, new OdooQuery { Model = model, Domain = domain, Fields = fields, Order = order }, cancellationToken)).Rows;
    }
}
