using Copilot.Odoo.Client;

namespace Copilot.Odoo.Purchasing;

/// <summary>A supplier at a glance.</summary>
/// <param name="Row">The partner.</param>
/// <param name="Open">Confirmed orders with goods to come, the earliest planned day first.</param>
/// <param name="Total">How many there are, should they be more than were read.</param>
/// <param name="Unconfirmed">Drafts, sent ones and those waiting for approval.</param>
/// <param name="Waiting">Customer orders that draw on the open lines, by line; null when the caller may not read stock.</param>
/// <param name="Record">What came from it in the period; null when nothing did, or the caller may not read receipts.</param>
/// <param name="IsCut">Whether more receipts matched than were read.</param>
internal sealed record SupplierPicture(
    OdooRow Row, IReadOnlyList<OrderedPurchase> Open, int Total, int Unconfirmed, ILookup<int, WaitingOrder>? Waiting, SupplierRecord? Record, bool IsCut)
{
    public int Id => Row.Id;

    public string Name { get; } = Row.Text("name") ?? "the supplier";

    public string? City { get; } = Row.Text("city");
}
