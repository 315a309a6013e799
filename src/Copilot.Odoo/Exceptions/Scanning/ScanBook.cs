using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Exceptions.Scanning;

/// <summary>All open orders with what decides whether they leave in time, and the stock they compete for.</summary>
internal sealed record ScanBook(IReadOnlyList<OrderPicture> Orders, OrderParts Parts, StockPicture Stock, IReadOnlyDictionary<int, Cover> Covers)
{
    private readonly Dictionary<int, OrderPicture> byTransfer = Orders.SelectMany(o => o.Transfers.Select(t => (t.Id, Order: o))).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Order);

    public Sites Sites => Parts.Sites;

    /// <summary>The order a transfer belongs to; null for one without an open order.</summary>
    public OrderPicture? OrderOf(int transferId) => byTransfer.GetValueOrDefault(transferId);

    public static CaseRecord RecordOf(OrderPicture order) => new("sale.order", order.Id, order.Name);

    public static Stake StakeOf(OrderPicture order) => new(RecordOf(order), Math.Round(order.Net, 2), order.Currency, order.CustomerClass, order.Promised);

    public CaseRecord SiteOf(int warehouseId) => new("stock.warehouse", warehouseId, Sites.Code(warehouseId));

    /// <summary>The lines of an order as Odoo has them.</summary>
    public IEnumerable<OdooRow> LinesOf(OrderPicture order) => Parts.Lines(order.Id);
}
