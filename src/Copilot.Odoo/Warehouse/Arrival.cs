using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Purchasing;

namespace Copilot.Odoo.Warehouse;

/// <summary>Goods of one product on a receipt. Quantity in the product's own unit.</summary>
internal sealed record ArrivingLine(OdooRow Row, string Product, decimal Quantity, string Unit);

/// <summary>A receipt: who sends it, when it is due or came, what is on it, which customer orders wait for it.</summary>
internal sealed record Arrival(OdooRow Row, string Place, DateOnly? Due, DateOnly? Came, IReadOnlyList<ArrivingLine> Lines, IReadOnlyList<WaitingOrder> Waiting)
{
    public int Id => Row.Id;

    public string Name { get; } = Row.Text("name") ?? string.Empty;

    public string? Origin { get; } = Row.Text("origin");

    public string Supplier { get; } = Row.Link("partner_id")?.Name ?? "an unnamed sender";

    /// <summary>The purchase order's name with the receipt's own.</summary>
    public string Label => Origin is null ? Name : $"{Name} ({Origin})";

    public static Arrival From(OdooRow row, Sites sites, IEnumerable<OdooRow> moves, IEnumerable<WaitingOrder> waiting, CallerDays days)
        => new(
            row,
            sites.Code(sites.TypeOf(row.Link("picking_type_id")?.Id)?.WarehouseId ?? 0),
            days.Of(row.Moment("scheduled_date")),
            days.Of(row.Moment("date_done")),
            [.. moves.Select(m => new ArrivingLine(m, ProductLabel.Short(m.Link("product_id")?.Name), m.Has("product_uom_qty") ? m.Number("product_uom_qty") : 0, m.Link("product_uom")?.Name ?? string.Empty))],
            [.. waiting.OrderBy(o => o.Promised ?? DateOnly.MaxValue).ThenBy(o => o.Id)]);
}
