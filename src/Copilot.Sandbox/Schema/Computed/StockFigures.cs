using System.Globalization;
using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Query;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Schema.Computed;

/// <summary>Computed fields of transfers, moves, stock and reordering rules.</summary>
internal static class StockFigures
{
    public static object? CountPickings(Record type, params string[] states)
        => Pickings(type).Count(p => states.Contains(p.Text("state")));

    public static object? CountLate(Record type)
        => Pickings(type).Count(p => p.Is("state", "assigned", "waiting", "confirmed") && p.Moment("scheduled_date") < type.Session.Now);

    /// <summary>"Available", "Exp 12/03/2026" or "Not Available"; only deliveries that still wait have one.</summary>
    public static object? Availability(Record picking)
        => AvailabilityState(picking) switch
        {
            "available" => "Available",
            "expected" or "late" when Expected(picking) is { } date => date.ToString("'Exp 'MM'/'dd'/'yyyy", CultureInfo.InvariantCulture),
            "late" => "Not Available",
            _ => null,
        };

    public static object? AvailabilityState(Record picking)
    {
        if (picking.Is("picking_type_code", "incoming") || !picking.Is("state", "waiting", "confirmed", "assigned"))
        {
            return null;
        }

        var short_ = picking.Many("move_ids").Any(m => !m.Is("state", "cancel", "done") && m.Number("forecast_availability") < m.Number("product_uom_qty"));
        return !short_ ? "available" : Expected(picking) is { } date && date <= picking.Moment("scheduled_date") ? "expected" : "late";
    }

    public static object? Lots(Record move)
        => move.Many("move_line_ids").Select(l => l.IdOf("lot_id")).OfType<int>().Distinct().ToArray();

    /// <summary>How much of the demand is reserved, or could be taken from free stock.</summary>
    public static object? ForecastAvailability(Record move)
    {
        var demand = move.Number("product_uom_qty");
        var reserved = move.Number("quantity");
        return move.Is("state", "done", "assigned") || move.One("product_id") is not { } product || move.IdOf("location_id") is not { } place
            ? demand
            : Math.Min(demand, reserved + Math.Max(0, ProductQuantities.Inside(product, Hierarchy.Below(move.Session, move.Session.Catalog["stock.location"], [place])).Free));
    }

    /// <summary>The next receipt of the product when stock does not cover the move.</summary>
    public static object? ForecastExpectedDate(Record move)
    {
        if (move.Is("state", "done", "cancel") || move.Number("forecast_availability") >= move.Number("product_uom_qty"))
        {
            return null;
        }

        var moves = move.Session.Database["stock.move"];
        var product = move.IdOf("product_id");
        return product is null ? null : moves.References(moves.Model["product_id"])!.Of(product.Value)
            .Select(id => move.Session.Record(moves.Model, moves.Find(id)!))
            .Where(m => m.Is("state", "waiting", "confirmed", "partially_available", "assigned") && m.IdOf("location_dest_id") == move.IdOf("location_id"))
            .Select(m => m.Moment("date")).Where(d => d is not null).Min();
    }

    public static string? MoveName(Record move)
        => $"{move.One("product_id")?.Name}: {move.One("location_id")?.Name} > {move.One("location_dest_id")?.Name}";

    public static string? QuantName(Record quant)
        => string.Join(" - ", new[] { quant.One("location_id")?.Name, quant.One("lot_id")?.Name }.Where(n => n is not null));

    public static object? OrderpointOnHand(Record rule) => Around(rule)?.OnHand ?? 0d;

    public static object? OrderpointForecast(Record rule) => Around(rule)?.Forecast ?? 0d;

    /// <summary>Up to the maximum, in whole units of replenishment where the rule names one.</summary>
    public static object? OrderpointToOrder(Record rule)
    {
        var forecast = rule.Number("qty_forecast");
        if (forecast >= rule.Number("product_min_qty"))
        {
            return 0d;
        }

        var missing = Math.Max(0, Math.Max(rule.Number("product_min_qty"), rule.Number("product_max_qty")) - forecast);
        var own = rule.One("product_uom")?.Number("factor") ?? 1;
        var multiple = rule.One("replenishment_uom_id") is { } unit && own > 0 ? unit.Number("factor") / own : 0;
        return multiple > 0 ? Math.Ceiling(missing / multiple) * multiple : missing;
    }

    public static object? LotQuantity(Record lot)
        => lot.Many("quant_ids").Where(q => q.One("location_id")?.Is("usage", "internal", "transit") ?? false).Sum(q => q.Number("quantity"));

    public static object? LotPurchases(Record lot)
        => Moves(lot).Select(m => m.One("purchase_line_id")?.IdOf("order_id")).OfType<int>().Distinct().Order().ToArray();

    public static object? LotSales(Record lot)
        => Moves(lot).Select(m => m.One("sale_line_id")?.IdOf("order_id")).OfType<int>().Distinct().Order().ToArray();

    private static IEnumerable<Record> Moves(Record lot)
    {
        var lines = lot.Session.Database["stock.move.line"];
        return lines.References(lines.Model["lot_id"])!.Of(lot.Id)
            .Select(id => lot.Session.Record(lines.Model, lines.Find(id)!).One("move_id")).OfType<Record>();
    }

    private static IEnumerable<Record> Pickings(Record type)
    {
        var pickings = type.Session.Database["stock.picking"];
        return pickings.References(pickings.Model["picking_type_id"])!.Of(type.Id).Select(id => type.Session.Record(pickings.Model, pickings.Find(id)!));
    }

    private static DateTime? Expected(Record picking)
        => picking.Many("move_ids").Select(m => m.Moment("forecast_expected_date")).Where(d => d is not null).Max();

    private static ProductQuantities? Around(Record rule)
        => rule.One("product_id") is { } product && rule.IdOf("location_id") is { } place
            ? ProductQuantities.Inside(product, Hierarchy.Below(rule.Session, rule.Session.Catalog["stock.location"], [place]))
            : null;
}
