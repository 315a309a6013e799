using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Purchasing;

/// <summary>Reads purchase orders with their lines.</summary>
internal static class PurchaseReads
{
    /// <summary>The fields of a purchase order that drafts show.</summary>
    public static readonly IReadOnlyList<string> Fields =
        ["name", "state", "partner_id", "amount_untaxed", "currency_id", "date_planned", "company_id", "invoice_ids", "invoice_status", "partner_ref", "write_date", "write_uid"];

    /// <summary>The lines with products. One round trip.</summary>
    public static Task<IReadOnlyList<OdooRow>> LinesAsync(ActionDesk desk, Caller caller, int order, CancellationToken cancellationToken)
        => desk.ManyAsync(
            caller,
            "purchase.order.line",
            OdooDomain.Where("order_id", "=", order).And("product_id", "!=", null),
            ["product_id", "product_qty", "qty_received", "qty_invoiced", "qty_to_invoice", "product_uom_id", "price_unit", "price_subtotal", "date_planned", "write_date"],
            cancellationToken);
}
