namespace Copilot.Sandbox.Rights;

/// <summary>Fields that only some groups see: cost, margin, credit, and links to documents of other departments.</summary>
internal static class GuardedFields
{
    private static readonly string[] Cost = [GroupNames.Purchase, GroupNames.Accounting, GroupNames.Operations, GroupNames.Settings];
    private static readonly string[] SalesCost = [GroupNames.Accounting, GroupNames.Operations, GroupNames.SalesAll, GroupNames.Settings];
    private static readonly string[] Margin = [GroupNames.SalesOwn, .. SalesCost];
    private static readonly string[] Credit = [GroupNames.Accounting, GroupNames.Operations, GroupNames.Settings];
    private static readonly string[] System = [GroupNames.Settings];

    public static void Define(AccessBook book)
    {
        book.Guard("product.product", Cost, "standard_price", "seller_ids", "purchased_product_qty")
            .Guard("product.template", Cost, "standard_price", "seller_ids")
            .Guard("stock.quant", Cost, "value")
            .Guard("stock.move", Cost, "price_unit", "value")
            .Guard("sale.order.line", SalesCost, "purchase_price")
            .Guard("sale.order.line", Margin, "margin")
            .Guard("sale.order", Margin, "margin", "margin_percent")
            .Guard("sale.order", Credit, "invoice_ids", "invoice_count")
            .Guard("purchase.order", Cost, "invoice_ids")
            .Guard("res.users", System, "api_key_ids", "totp_enabled");
        foreach (var model in new[] { "res.partner", "res.users" })
        {
            book.Guard(model, Credit,
                "credit", "debit", "credit_limit", "use_partner_credit_limit", "total_invoiced", "total_due", "total_overdue");
        }
    }
}
