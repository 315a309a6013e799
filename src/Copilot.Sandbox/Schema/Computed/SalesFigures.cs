using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Schema.Computed;

/// <summary>Computed fields of sales orders and lines.</summary>
internal static class SalesFigures
{
    /// <summary>The promised date, else the order date with the longest lead time of its lines.</summary>
    public static object? ExpectedDate(Record order)
        => order.Moment("commitment_date")
            ?? order.Moment("date_order")?.AddDays(order.Many("order_line").Select(l => l.Number("customer_lead")).DefaultIfEmpty().Max());

    public static int[] Invoices(Record order)
    {
        var session = order.Session;
        var items = session.Database["account.move.line"];
        var moves = session.Database["account.move"];
        var lines = items.References(items.Model["sale_line_ids"])!;
        var link = items.Model["move_id"].Cell;
        var byOrigin = order.Text("name") is { } name ? moves.WithText(moves.Model["invoice_origin"], name) ?? [] : [];
        return [.. (order["order_line"] as int[] ?? [])
            .SelectMany(line => lines.Of(line).Select(item => items.Find(item)?.Cells[link] as int?))
            .OfType<int>()
            .Concat(byOrigin.Where(id => moves.Find(id)?.Cells[moves.Model["move_type"].Cell] is "out_invoice" or "out_refund"))
            .Distinct().Order()];
    }

    public static object? DeliveryStatus(Record order)
    {
        var transfers = order.Many("picking_ids").Where(p => !p.Is("state", "cancel")).ToList();
        var done = transfers.Count(p => p.Is("state", "done"));
        return transfers.Count == 0 ? null : done == transfers.Count ? "full" : done > 0 ? "partial" : "pending";
    }

    public static object? ScheduledDate(Record line)
        => line.One("order_id") is { } order ? order.Moment("commitment_date") ?? order.Moment("date_order")?.AddDays(line.Number("customer_lead")) : null;

    public static object? FreeToday(Record line) => Quantities(line)?.Free ?? 0d;

    public static object? ForecastAtDate(Record line) => Quantities(line)?.Forecast ?? 0d;

    /// <summary>When the receipt arrives that a line still waits for.</summary>
    public static object? ForecastExpectedDate(Record line)
        => line.Many("move_ids").Select(m => m.Moment("forecast_expected_date")).Where(d => d is not null).Max();

    public static string? LineName(Record line)
        => $"{line.One("order_id")?.Name} - {line.Text("name")?.Split('\n')[0]}";

    private static ProductQuantities? Quantities(Record line)
        => line.One("product_id") is { } product
            ? ProductQuantities.In(product, line.One("order_id")?.IdOf("warehouse_id") is { } warehouse ? [warehouse] : null)
            : null;
}
