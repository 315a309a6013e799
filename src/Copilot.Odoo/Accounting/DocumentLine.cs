using Copilot.Odoo.Client;

namespace Copilot.Odoo.Accounting;

/// <summary>A product line of an invoice or bill, for comparing it with the order line it belongs to.</summary>
internal sealed record DocumentLine(int MoveId, string Move, string Type, int PartnerId, string Partner, DateOnly? Date, string Product, decimal Quantity, decimal Price, decimal Net, decimal Gross, string Currency, IReadOnlyList<int> Taxes, int? OrderLineId)
{
    public bool IsVendor => Type.StartsWith("in_", StringComparison.Ordinal);

    /// <summary>Reads a line; the unit price is after discount.</summary>
    public static DocumentLine From(OdooRow row)
    {
        var move = row.Link("move_id");
        var type = row.Text("move_type") ?? string.Empty;
        var sold = row.Links("sale_line_ids");
        return new DocumentLine(
            move?.Id ?? 0,
            row.Text("move_name") ?? move?.Name ?? string.Empty,
            type,
            row.Link("partner_id")?.Id ?? 0,
            row.Link("partner_id")?.Name ?? string.Empty,
            row.Date("date"),
            row.Link("product_id")?.Name ?? row.Text("name") ?? string.Empty,
            row.Number("quantity"),
            row.Number("price_unit") * (1 - (row.Number("discount") / 100)),
            row.Number("price_subtotal"),
            row.Number("price_total"),
            row.Link("currency_id")?.Name ?? "EUR",
            row.Links("tax_ids"),
            type.StartsWith("in_", StringComparison.Ordinal) ? row.Link("purchase_line_id")?.Id : sold is [var one] ? one : null);
    }
}
