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
        SlotKind.Location => "storage location",
        SlotKind.PeriodStart or SlotKind.PeriodEnd => "period",
        SlotKind.Day => "day",
        SlotKind.Quantity => "quantity",
        SlotKind.Money => "amount",
        SlotKind.Count => "number of results",
        _ => "thing",
    };

    /// <summary>Says whether a word only holds a sentence together and says nothing of its subject.</summary>
    public static bool IsConnective(string word) => word is "what" or "which" or "who" or "whom" or "when" or "where" or "why" or "how" or "are" or "the" or "and" or "for" or "from" or "with" or "there" or "many" or "much"
        or "does" or "did" or "has" or "have" or "had" or "was" or "were" or "will" or "can" or "could" or "would" or "should" or "may" or "our" or "you" or "your" or "please" or "tell" or "show" or "give" or "list" or "that" or "this" or "all" or "any";

    /// <summary>Gets the slots a pointing word may mean: "that order", "this customer".</summary>
    public static IReadOnlyList<SlotKind> Pointed(string noun) => noun switch
    {
        "order" or "orders" => [SlotKind.SalesOrder, SlotKind.PurchaseOrder],
        "customer" or "client" or "account" => [SlotKind.Customer],
        "supplier" or "vendor" => [SlotKind.Supplier],
        "contact" or "partner" => [SlotKind.Customer, SlotKind.Supplier],
        "product" or "item" or "article" => [SlotKind.Product],
        "warehouse" or "site" => [SlotKind.Warehouse],
        "invoice" or "bill" => [SlotKind.Invoice],
        "ticket" or "case" => [SlotKind.Ticket],
        "delivery" or "transfer" or "shipment" or "receipt" => [SlotKind.Transfer],
        "lot" or "batch" => [SlotKind.Lot],
        "bin" or "shelf" or "location" or "aisle" => [SlotKind.Location],
        _ => [],
    };
}
