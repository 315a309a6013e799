namespace Copilot.Odoo.Documents;

/// <summary>A kind of record that documents hang on, with what is said of them.</summary>
/// <param name="Model">The model, in the words of Odoo 19.</param>
/// <param name="Names">The fields that name whom or what its documents are about.</param>
internal sealed record DocumentHolder(string Model, params string[] Names)
{
    /// <summary>Gets the records whose documents are followed. Images of products and the like are fields, not documents, and are left alone.</summary>
    public static IReadOnlyList<DocumentHolder> All { get; } =
    [
        new("res.partner", "display_name"),
        new("sale.order", "partner_id"),
        new("purchase.order", "partner_id"),
        new("account.move", "partner_id"),
        new("stock.picking", "partner_id"),
        new("product.template", "default_code", "name"),
        new("product.product", "default_code", "name"),
        new("stock.lot", "product_id"),
        new("helpdesk.ticket", "partner_id"),
        new("documents.document", "partner_id"),
    ];
}
