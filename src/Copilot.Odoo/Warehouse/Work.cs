using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Warehouse;

/// <summary>A transfer of a customer order that the warehouse still has to do.</summary>
internal sealed record Work(OrderPicture Order, Transfer Transfer)
{
    /// <summary>The day it must leave: what the customer was promised, or the transfer's own day.</summary>
    public DateOnly? Due => Order.Promised ?? Transfer.Scheduled;

    /// <summary>Goods are reserved, in full or in part.</summary>
    public bool IsReady => Transfer.State == "assigned";

    /// <summary>What keeps it from leaving although goods may be there, in words; empty when nothing does.</summary>
    public IReadOnlyList<string> Blocks =>
    [
        .. Order.CreditHold ? ["on credit hold"] : Array.Empty<string>(),
        .. Troubles(TroubleKind.FailedPick).Select(t => $"pick failed ({t.Summary})"),
        .. Troubles(TroubleKind.MissingDocument).Select(t => $"document missing ({t.Summary})"),
        .. !IsReady ? [Order.ShipComplete && Order.Shortages.Count > 0 ? "leaves only complete and goods are missing" : Transfer.StateWords] : Array.Empty<string>(),
    ];

    public bool CanBePicked => IsReady && Blocks.Count == 0;

    /// <summary>Ready, but some goods of the order are missing: what can go leaves a rest behind.</summary>
    public bool IsPartial => IsReady && Order.Shortages.Count > 0;

    public IEnumerable<Trouble> Troubles(TroubleKind kind)
        => Order.Troubles.Where(t => t.Kind == kind && (t.Model == "sale.order" || t.RecordId == Transfer.Id));

    /// <summary>
    /// What to pick first: whatever is past its day, then by day; on one day urgent ones, then the better customer class, then complete
    /// orders before those that leave a rest, then the larger order.
    /// </summary>
    public static IReadOnlyList<Work> InOrder(IEnumerable<Work> work)
        => [.. work.OrderBy(w => w.Due ?? DateOnly.MaxValue).ThenByDescending(w => w.Transfer.Urgent).ThenBy(w => w.Order.CustomerClass ?? "Z", StringComparer.Ordinal)
            .ThenBy(w => w.IsPartial).ThenByDescending(w => w.Order.Net).ThenBy(w => w.Transfer.Id)];
}
