using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Inventory;

/// <summary>Reads stock and open transfers of products: three round trips, whatever the number of rows.</summary>
internal sealed class StockReader(IOdooClient client, IOptions<OdooConventions> conventions)
{
    /// <summary>Warehouses and operation types first, then quants and moves: four in all.</summary>
    public const int RoundTrips = 4;

    private const int MostRows = 10_000;

    /// <summary>States of transfers and moves that are still to be done.</summary>
    public static IReadOnlyList<string> Open { get; } = ["draft", "waiting", "confirmed", "partially_available", "assigned"];

    /// <summary>Reads warehouses and their kinds of operation. Two round trips.</summary>
    public async Task<Sites> SitesAsync(Caller caller, CancellationToken cancellationToken)
    {
        var warehouses = client.SearchReadAsync(
            caller, new OdooQuery { Model = "stock.warehouse", Domain = OdooDomain.All, Fields = ["name", "code", "company_id"], Order = "id" }, cancellationToken);
        var types = client.SearchReadAsync(
            caller, new OdooQuery { Model = "stock.picking.type", Domain = OdooDomain.All, Fields = ["code", "warehouse_id"] }, cancellationToken);
        await Task.WhenAll(warehouses, types);
        return new Sites((await warehouses).Rows, (await types).Rows);
    }

    /// <summary>Reads what lies on the shelves and what is to come and go. Two round trips.</summary>
    public async Task<StockPicture> ReadAsync(ToolContext context, Sites sites, IReadOnlyCollection<int> productIds, CancellationToken cancellationToken)
    {
        if (productIds.Count == 0)
        {
            return new StockPicture([], [], []);
        }

        var quants = client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "stock.quant",
                Domain = OdooDomain.Where("product_id", "in", productIds).And("location_id.usage", "=", "internal"),
                Fields = ["product_id", "location_id", "lot_id", "quantity", "reserved_quantity"],
                Order = "id",
                Limit = MostRows,
            },
            cancellationToken);
        var moves = client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "stock.move",
                Domain = OdooDomain.Where("product_id", "in", productIds).And("state", "in", Open).And("picking_type_id", "in", sites.DeliveriesAndReceipts),
                Fields = ["product_id", "product_uom_qty", "product_qty", "quantity", "state", "date", "date_deadline", "picking_id", "picking_type_id"],
                Order = "date, id",
                Limit = MostRows,
            },
            cancellationToken);
        await Task.WhenAll(quants, moves);
        return Picture((await quants).Rows, (await moves).Rows, sites, new CallerDays(context));
    }

    /// <summary>Puts rows together that were read elsewhere. No round trips.</summary>
    public StockPicture Picture(IEnumerable<OdooRow> quants, IEnumerable<OdooRow> moves, Sites sites, CallerDays days)
    {
        var (demands, supplies) = Split(moves, sites, days);
        return new StockPicture([.. quants.Select(r => Shelf(r, sites))], demands, supplies);
    }

    private static (List<Demand> Demands, List<Supply> Supplies) Split(IEnumerable<OdooRow> moves, Sites sites, CallerDays days)
    {
        var demands = new List<Demand>();
        var supplies = new List<Supply>();
        foreach (var move in moves)
        {
            var type = sites.TypeOf(move.LinkId("picking_type_id"));
            var product = move.LinkId("product_id");
            if (type is null || product == 0)
            {
                continue;
            }

            var ordered = move.Number("product_uom_qty");
            var quantity = move.Has("product_qty") ? move.Number("product_qty") : ordered;
            var due = days.Of(move.Moment("date") ?? move.Moment("date_deadline")) ?? DateOnly.MaxValue;
            var transfer = move.LinkId("picking_id");
            if (type.Code == "incoming")
            {
                supplies.Add(new Supply(move.Id, transfer, product, type.WarehouseId, quantity, due));
            }
            else if (type.Code == "outgoing")
            {
                var reserved = move.Number("quantity") * (ordered > 0 ? quantity / ordered : 1);
                demands.Add(new Demand(move.Id, transfer, product, type.WarehouseId, quantity, Math.Min(quantity, reserved), days.Of(move.Moment("date_deadline")) ?? due));
            }
        }

        return (demands, supplies);
    }

    private Shelf Shelf(OdooRow quant, Sites sites)
    {
        var location = quant.Link("location_id")?.Name ?? string.Empty;
        return new Shelf(
            quant.LinkId("product_id"),
            sites.OfLocation(location),
            location,
            location.Contains(conventions.Value.QualityHoldLocation, StringComparison.OrdinalIgnoreCase),
            quant.Link("lot_id"),
            quant.Number("quantity"),
            quant.Number("reserved_quantity"));
    }
}
