using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Purchasing;

/// <summary>A line of a purchase order: what was ordered, what came, what was billed.</summary>
internal sealed record OrderedLine(OdooRow Row, string Product, decimal Ordered, decimal Received, decimal Billed, string Unit, decimal Net)
{
    public decimal Open => Math.Max(0, Ordered - Received);

    public static OrderedLine From(OdooRow row) => new(
        row,
        ProductLabel.Short(row.Link("product_id")?.Name),
        row.Number("product_qty"),
        row.Number("qty_received"),
        row.Number("qty_invoiced"),
        row.Link("product_uom_id")?.Name ?? string.Empty,
        row.Number("price_subtotal"));
}

/// <summary>A purchase order with its lines.</summary>
internal sealed record OrderedPurchase(OdooRow Row, IReadOnlyList<OrderedLine> Lines, CallerDays Days)
{
    public int Id => Row.Id;

    public string Name { get; } = Row.Text("name") ?? string.Empty;

    public string Supplier { get; } = Row.Link("partner_id")?.Name ?? "an unnamed supplier";

    public string State { get; } = Row.Text("state") ?? string.Empty;

    public bool IsConfirmed => State is "purchase" or "done";

    /// <summary>The supplier's own number for it, where it gave one.</summary>
    public string? Reference { get; } = Row.Text("partner_ref");

    /// <summary>The warehouse the goods go to: Odoo writes "Lyon Central: Receipts".</summary>
    public string Place { get; } = (Row.Link("picking_type_id")?.Name ?? string.Empty).Split(':')[0].Trim();

    public DateOnly? Planned { get; } = Days.Of(Row.Moment("date_planned"));

    public DateOnly? Ordered { get; } = Days.Of(Row.Moment("date_order"));

    public DateOnly? Confirmed { get; } = Days.Of(Row.Moment("date_approve"));

    public decimal Net { get; } = Row.Number("amount_untaxed");

    public string Currency { get; } = Row.Link("currency_id")?.Name ?? "EUR";

    public bool IsOverdue => IsConfirmed && Lines.Any(l => l.Open > 0) && Planned < Days.Today;

    /// <summary>The state in words of a purchaser.</summary>
    public string StateWords => State switch
    {
        "draft" => "a draft that was not sent",
        "sent" => "sent to the supplier and not confirmed",
        "to approve" => "waiting for approval",
        "cancel" => "cancelled",
        _ when Lines.Count > 0 && Lines.All(l => l.Open == 0) => "confirmed and fully received",
        _ when Lines.Any(l => l.Received > 0) => "confirmed and received in part",
        _ => "confirmed and not received yet",
    };
}
