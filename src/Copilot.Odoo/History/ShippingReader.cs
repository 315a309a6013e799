using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.History;

/// <summary>Reads how lines left for customers and what suppliers brought, by days: four round trips, whatever their number.</summary>
internal sealed class ShippingReader(IOdooClient client)
{
    /// <summary>Lines that left, lines that wait, receipts, and whose they are.</summary>
    public const int RoundTrips = 4;

    private const int MostMoves = 20_000;
    private static readonly string[] Open = ["waiting", "confirmed", "partially_available", "assigned"];
    private static readonly string[] LineFields = ["sale_line_id", "product_id", "picking_type_id", "picking_id", "state", "create_date", "date", "date_deadline"];
    private static readonly string[] SupplyFields = ["product_id", "picking_type_id", "picking_id", "state", "create_date", "date", "date_deadline"];

    /// <summary>Reads lines and supplies since a day; and the day since which they are whole, which is later when there are too many.</summary>
    public async Task<(IReadOnlyList<ShippedLine> Lines, IReadOnlyList<SuppliedLine> Supplies, DateOnly Whole)> ReadAsync(ToolContext context, Sites sites, DateOnly from, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var outward = OdooDomain.Where("location_dest_id.usage", "=", "customer").And("location_id.usage", "=", "internal").And("sale_line_id", "!=", null);
        var inward = OdooDomain.Where("location_id.usage", "=", "supplier").And("location_dest_id.usage", "=", "internal");
        var done = OdooDomain.Where("state", "=", "done").And("date", ">=", days.Start(from));
        var left = MovesAsync(context, outward.And(done), LineFields, cancellationToken);
        var waiting = MovesAsync(context, outward.And("state", "in", Open), LineFields, cancellationToken);
        var supplied = MovesAsync(context, inward.And(OdooDomain.Where("state", "in", Open).Or(done)), SupplyFields, cancellationToken);
        await Task.WhenAll(left, waiting, supplied);
        var (gone, coming) = (await left, await supplied);
        var suppliers = await SuppliersAsync(context, coming, cancellationToken);
        var lines = gone.Concat(await waiting).GroupBy(m => m.Link("sale_line_id")?.Id ?? 0).Select(g => Line([.. g], days, sites)).OfType<ShippedLine>().ToList();
        var whole = gone.Count < MostMoves ? from : Later(from, days.Of(gone[^1].Moment("date")));
        whole = coming.Count < MostMoves ? whole : Later(whole, days.Of(coming[^1].Moment("date")));
        return (lines, [.. coming.Select(m => Supply(m, suppliers, days, sites)).OfType<SuppliedLine>()], whole);
    }

    private static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;

    /// <summary>One line of an order: it has left when its last part has.</summary>
    private static ShippedLine? Line(List<OdooRow> moves, CallerDays days, Sites sites)
    {
        var first = moves.MinBy(m => m.Id)!;
        var promised = moves.Max(m => days.Of(m.Moment("date_deadline")));
        var known = moves.Min(m => days.Of(m.Moment("create_date")));
        var left = moves.TrueForAll(m => m.Text("state") == "done") ? moves.Max(m => days.Of(m.Moment("date"))) : null;
        return promised is { } due && known is { } since && sites.TypeOf(first.Link("picking_type_id")?.Id) is { } type
            ? new ShippedLine(first.Link("sale_line_id")!.Value.Id, first.Link("picking_id")?.Id ?? 0, first.Link("product_id")?.Id ?? 0, type.WarehouseId, since, due, left)
            : null;
    }

    private static SuppliedLine? Supply(OdooRow move, Dictionary<int, int> suppliers, CallerDays days, Sites sites)
        => days.Of(move.Moment("date_deadline") ?? move.Moment("date")) is { } agreed && days.Of(move.Moment("create_date")) is { } known && sites.TypeOf(move.Link("picking_type_id")?.Id) is { } type
            ? new SuppliedLine(
                move.Link("product_id")?.Id ?? 0, type.WarehouseId, suppliers.GetValueOrDefault(move.Link("picking_id")?.Id ?? 0), known, agreed, move.Text("state") == "done" ? days.Of(move.Moment("date")) : null)
            : null;

    private async Task<IReadOnlyList<OdooRow>> MovesAsync(ToolContext context, OdooDomain domain, string[] fields, CancellationToken cancellationToken)
        => (await client.SearchReadAsync(context.Caller, new OdooQuery { Model = "stock.move", Domain = domain, Fields = fields, Order = "date desc, id desc", Limit = MostMoves }, cancellationToken)).Rows;

    private async Task<Dictionary<int, int>> SuppliersAsync(ToolContext context, IReadOnlyList<OdooRow> moves, CancellationToken cancellationToken)
    {
        var ids = moves.Select(m => m.Link("picking_id")?.Id).OfType<int>().Distinct().Order().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var page = await client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "stock.picking", Domain = OdooDomain.Where("id", "in", ids), Fields = ["partner_id"], Order = "id", Limit = MostMoves }, cancellationToken);
        return page.Rows.ToDictionary(r => r.Id, r => r.Link("partner_id")?.Id ?? 0);
    }
}
