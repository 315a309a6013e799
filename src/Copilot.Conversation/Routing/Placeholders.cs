using Copilot.Contracts;

namespace Copilot.Conversation.Routing;

/// <summary>The words that stand for recognised things in example questions.</summary>
internal static class Placeholders
{
    /// <summary>Gets the placeholder of a slot.</summary>
    public static string Of(SlotKind kind) => kind switch
    {
        SlotKind.Customer => "{customer}",
        SlotKind.Supplier => "{supplier}",
        SlotKind.Product => "{product}",
        SlotKind.Category => "{category}",
        SlotKind.Warehouse => "{warehouse}",
        SlotKind.Company => "{company}",
        SlotKind.Person => "{person}",
        SlotKind.SalesOrder => "{order}",
        SlotKind.PurchaseOrder => "{purchase}",
        SlotKind.Transfer => "{transfer}",
        SlotKind.Invoice => "{invoice}",
        SlotKind.Ticket => "{ticket}",
        SlotKind.Lot => "{lot}",
        SlotKind.Location => "{location}",
        SlotKind.Day => "{day}",
        SlotKind.PeriodStart or SlotKind.PeriodEnd => "{period}",
        SlotKind.Money => "{amount}",
        SlotKind.Quantity => "{quantity}",
        SlotKind.Count => "{count}",
        _ => "{thing}",
    };
}
