using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Sales;

/// <summary>The rows of some orders, by order.</summary>
internal sealed class OrderParts(
    IReadOnlyList<OdooRow> orders, IReadOnlyList<OdooRow> lines, IReadOnlyList<OdooRow> transfers, IReadOnlyList<OdooRow> partners, Sites sites)
{
    private readonly ILookup<int, OdooRow> lines = lines.ToLookup(l => l.LinkId("order_id"));
    private readonly ILookup<int, OdooRow> transfers = transfers.ToLookup(t => t.LinkId("sale_id"));
    private readonly Dictionary<int, OdooRow> partners = partners.ToDictionary(p => p.Id);

    public IReadOnlyList<OdooRow> Orders { get; } = orders;

    public Sites Sites { get; } = sites;

    public IReadOnlyList<int> TransferIds { get; } = [.. transfers.Select(t => t.Id)];

    /// <summary>Products that still have to go out.</summary>
    public IReadOnlyList<int> ShippableProducts
        => [.. lines.SelectMany(g => g).Where(l => l.Number("qty_delivered") < l.Number("product_uom_qty")).Select(l => l.LinkId("product_id")).Where(i => i > 0).Distinct()];

    public IEnumerable<OdooRow> Lines(int orderId) => lines[orderId];

    public IEnumerable<OdooRow> Transfers(int orderId) => transfers[orderId];

    public OdooRow? Partner(int? id) => id is { } i ? partners.GetValueOrDefault(i) : null;

    /// <summary>The receipts that deliveries of these orders draw on.</summary>
    public IReadOnlyCollection<int> ReceiptIds(IEnumerable<Cover> covers)
    {
        var mine = TransferIds.ToHashSet();
        return [.. covers.Where(c => mine.Contains(c.Demand.TransferId)).SelectMany(c => c.FromReceipts).Select(d => d.SupplyTransferId).Distinct()];
    }
}
