using Copilot.Contracts;

namespace Copilot.Conversation.Planning;

/// <summary>How slots are called in sentences.</summary>
internal static class SlotWords
{
    /// <summary>Gets the noun for a slot.</summary>
    public static string Noun(SlotKind kind) => kind switch
    {
        SlotKind.Customer => "customer",
        SlotKind.Supplier => "supplier",
        SlotKind.Product => "product",
        SlotKind.Category => "product category",
        SlotKind.Warehouse => "warehouse",
        SlotKind.Company => "company",
        SlotKind.Person => "person",
        SlotKind.SalesOrder => "order",
        SlotKind.PurchaseOrder => "purchase order",
        SlotKind.Transfer => "transfer",
        SlotKind.Invoice => "invoice",
        SlotKind.Ticket => "ticket",
        SlotKind.Lot => "lot",
        SlotKind.PeriodStart or SlotKind.PeriodEnd => "period",
        SlotKind.Day => "day",
        SlotKind.Quantity => "quantity",
        SlotKind.Money => "amount",
        SlotKind.Count => "number of results",
        _ => "thing",
    };

    /// <summary>Gets the slots a pointing word may mean: "that order", "this customer".</summary>
    public static IReadOnlyList<SlotKind> Pointed(string noun) => noun switch
    {
        "order" or "orders" => [SlotKind.SalesOrder, SlotKind.PurchaseOrder],
        "customer" or "client" or "account" => [SlotKind.Customer],
        "supplier" or "vendor" => [SlotKind.Supplier],
        "product" or "item" or "article" => [SlotKind.Product],
        "warehouse" or "site" => [SlotKind.Warehouse],
        "invoice" or "bill" => [SlotKind.Invoice],
        "ticket" or "case" => [SlotKind.Ticket],
        "delivery" or "transfer" or "shipment" or "receipt" => [SlotKind.Transfer],
        "lot" or "batch" => [SlotKind.Lot],
        _ => [],
    };
}
