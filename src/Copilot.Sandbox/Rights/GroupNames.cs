namespace Copilot.Sandbox.Rights;

/// <summary>The groups of the practice company by the names of their records, and the external ids that <c>has_group</c> asks for.</summary>
internal static class GroupNames
{
    public const string Everybody = "Role / User";
    public const string SalesOwn = "Sales / Own Documents";
    public const string SalesAll = "Sales / All Documents";
    public const string Inventory = "Inventory / Manager";
    public const string Helpdesk = "Helpdesk / User";
    public const string Purchase = "Purchase / User";
    public const string Accounting = "Invoicing / Accountant";
    public const string Operations = "Operations / Manager";
    public const string Audit = "Audit / Reader";
    public const string Settings = "Settings / Administrator";

    public static IReadOnlyDictionary<string, string> ExternalIds { get; } = new Dictionary<string, string>
    {
        ["base.group_user"] = Everybody,
        ["base.group_system"] = Settings,
        ["base.group_erp_manager"] = Settings,
        ["sales_team.group_sale_salesman"] = SalesOwn,
        ["sales_team.group_sale_salesman_all_leads"] = SalesAll,
        ["stock.group_stock_user"] = Inventory,
        ["stock.group_stock_manager"] = Inventory,
        ["helpdesk.group_helpdesk_user"] = Helpdesk,
        ["purchase.group_purchase_user"] = Purchase,
        ["account.group_account_invoice"] = Accounting,
        ["account.group_account_user"] = Accounting,
    };
}
