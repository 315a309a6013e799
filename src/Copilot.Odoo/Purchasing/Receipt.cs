using Copilot.Odoo.Client;

namespace Copilot.Odoo.Purchasing;

/// <summary>An open receipt: when it was agreed, when it is expected now, from whom.</summary>
internal sealed record Receipt(OdooRow Row, string Name, string? Order, int SupplierId, string Supplier, DateOnly Agreed, DateOnly Expected, SupplierHistory History)
{
    public int Id => Row.Id;

    /// <summary>The purchase order's name where the receipt has one, else its own.</summary>
    public string Label => Order is null ? Name : $"{Order} ({Name})";
}
