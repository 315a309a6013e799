namespace Copilot.Contracts;

/// <summary>The roles people have. Knowledge readers, policies and demo personas all use these words.</summary>
public static class RoleNames
{
    /// <summary>Sells; sees own customers, orders and stock.</summary>
    public const string SalesRep = "sales-rep";

    /// <summary>Runs a warehouse; sees transfers, stock, receipts.</summary>
    public const string WarehouseSupervisor = "warehouse-supervisor";

    /// <summary>Answers customers; sees tickets, orders, deliveries.</summary>
    public const string ServiceAgent = "service-agent";

    /// <summary>Buys; sees purchase orders, suppliers, stock.</summary>
    public const string Purchaser = "purchaser";

    /// <summary>Keeps the books; sees invoices, payments, credit.</summary>
    public const string Accountant = "accountant";

    /// <summary>Runs operations; sees all departments.</summary>
    public const string OperationsManager = "operations-manager";

    /// <summary>Reads the audit trail.</summary>
    public const string Auditor = "auditor";

    /// <summary>Gets all roles.</summary>
    public static IReadOnlyList<string> All { get; } =
        [SalesRep, WarehouseSupervisor, ServiceAgent, Purchaser, Accountant, OperationsManager, Auditor];
}
