using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Exceptions.Scanning;

/// <summary>A line of a purchase order that is still to come, with the customer orders that draw on it.</summary>
internal sealed record BoughtLine(OdooRow Row, DateOnly Planned, IReadOnlyList<(OrderPicture Order, decimal Quantity)> Waiting)
{
    public (int Id, string Name) Order => Row.Link("order_id") is { } o ? (o.Id, o.Name.Split(' ')[0]) : (0, string.Empty);

    public (int Id, string Name)? Supplier => Row.Link("partner_id");

    public (int Id, string Name)? ProductLink => Row.Link("product_id");

    public string Product => ProductLabel.Short(ProductLink?.Name);

    public string Unit => Row.Link("product_uom_id")?.Name ?? string.Empty;

    public decimal Open => Math.Max(0, Row.Number("product_qty") - Row.Number("qty_received"));

    public decimal OpenValue => Row.Number("product_qty") > 0 ? Math.Round(Row.Number("price_subtotal") * Open / Row.Number("product_qty"), 2) : 0;

    public string Currency => Row.Link("currency_id")?.Name ?? "EUR";

    public bool IsConfirmed => Row.Text("state") is "purchase" or "done";
}
