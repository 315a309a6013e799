using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>Reads the deliveries to customers that a proof of delivery may be for, with the rights of the one who asks.</summary>
internal sealed class DeliveryLedger(IOdooClient client, IDataGrants grants, TimeProvider time)
{
    /// <summary>Deliveries, their moves, products, units and packagings.</summary>
    public const int RoundTrips = 3 + LedgerUnits.RoundTrips;

    private const int MostDeliveries = 20;
    private const int MostMoves = 2000;

    /// <summary>Whether the caller may read deliveries.</summary>
    public async Task<bool> MayReadAsync(Caller caller, CancellationToken cancellationToken)
        => grants.MaySee(caller, DataClass.Stock) && await client.MayReadAsync(caller, "stock.picking", cancellationToken) && await client.MayReadAsync(caller, "stock.move", cancellationToken);

    /// <summary>The deliveries with one of the numbers; none where the caller may not read deliveries.</summary>
    public async Task<IReadOnlyList<Shipment>> ReadAsync(Caller caller, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0 || !await MayReadAsync(caller, cancellationToken))
        {
            return [];
        }

        var said = numbers.Concat(numbers.Select(n => n.ToUpperInvariant())).Distinct().ToList();
        var deliveries = await RowsAsync(
            caller,
            "stock.picking",
            OdooDomain.Where("picking_type_id.code", "=", "outgoing").And("state", "!=", "cancel").And(OdooDomain.Where("name", "in", said).Or("origin", "in", said).Or("carrier_tracking_ref", "in", said)),
            ["name", "origin", "state", "date_done", "partner_id", "carrier_tracking_ref"],
            MostDeliveries,
            cancellationToken);
        if (deliveries.Count == 0)
        {
            return [];
        }

        var moves = await RowsAsync(caller, "stock.move", OdooDomain.Where("picking_id", "in", deliveries.Select(d => d.Id).ToList()).And("state", "!=", "cancel"), ["picking_id", "product_id", "product_uom_qty", "quantity", "product_uom", "state"], MostMoves, cancellationToken);
        var products = moves.Select(m => m.LinkId("product_id")).Where(i => i > 0).Distinct().ToList();
        var goods = await client.MayReadAsync(caller, "product.product", cancellationToken) ? await client.ReadAsync(caller, "product.product", products, ["default_code", "barcode", "name", "uom_id", "uom_ids"], cancellationToken) : [];
        var units = await LedgerUnits.ReadAsync(client, caller, products, cancellationToken);
        var known = goods.ToDictionary(g => g.Id);
        var lines = moves.ToLookup(m => m.LinkId("picking_id"));
        var days = new CallerDays(new ToolContext { Caller = caller, TurnId = "match", Question = string.Empty, Now = time.GetUtcNow() });
        return [.. deliveries.Select(d => Shipment(d, lines[d.Id], known, units, days))];
    }

    private static Shipment Shipment(OdooRow row, IEnumerable<OdooRow> moves, Dictionary<int, OdooRow> products, LedgerUnits units, CallerDays days)
    {
        var customer = new LedgerSupplier(row.LinkId("partner_id"), row.Link("partner_id")?.Name ?? "an unnamed customer");
        return new Shipment
        {
            Goods = new LedgerOrder { Id = row.Id, Name = row.Text("name") ?? string.Empty, Supplier = customer, IsConfirmed = true, Currency = "EUR", Lines = [.. moves.Select(m => Line(m, products.GetValueOrDefault(m.LinkId("product_id")), units))] },
            SaleOrder = row.Text("origin"),
            Customer = customer,
            Left = days.Of(row.Moment("date_done")),
            IsDone = row.Text("state") == "done",
            Tracking = row.Text("carrier_tracking_ref"),
        };
    }

    private static LedgerLine Line(OdooRow move, OdooRow? product, LedgerUnits units) => new()
    {
        Id = move.Id,
        ProductId = move.LinkId("product_id"),
        Code = product?.Text("default_code"),
        Name = product?.Text("name") ?? move.Link("product_id")?.Name ?? string.Empty,
        Barcode = product?.Text("barcode"),
        Quantity = move.Text("state") == "done" ? move.Number("quantity") : move.Number("product_uom_qty"),
        Unit = move.Link("product_uom")?.Name ?? string.Empty,
        Units = units.Of(move.LinkId("product_uom"), product),
    };

    private async Task<IReadOnlyList<OdooRow>> RowsAsync(Caller caller, string model, OdooDomain domain, IReadOnlyList<string> fields, int limit, CancellationToken cancellationToken)
        => (await client.SearchReadAsync(caller, new OdooQuery { Model = model, Domain = domain, Fields = fields, Order = "id desc", Limit = limit }, cancellationToken)).Rows;
}
