using Copilot.Odoo.Answers;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Exceptions.Scanning;

/// <summary>The shortages of one product in one warehouse over all open orders.</summary>
internal sealed record GoodsGroup(int ProductId, int WarehouseId, string Warehouse, IReadOnlyList<(OrderPicture Order, Shortage Shortage)> Short)
{
    public string Product => Short[0].Shortage.Product;

    public string Unit => Short[0].Shortage.Unit;

    public string Key => FormattableString.Invariant($"{ProductId}@{WarehouseId}");

    public CaseRecord ProductRecord => new("product.product", ProductId, Product);

    public IReadOnlyList<CaseRecord> Subjects => [ProductRecord, new("stock.warehouse", WarehouseId, Warehouse)];

    /// <summary>Groups what the orders are short of, by product and the warehouse of the order.</summary>
    public static IEnumerable<GoodsGroup> Of(ScanBook book, Func<Shortage, bool> counts)
        => book.Orders.Where(o => o.IsOpen)
            .SelectMany(o => o.Shortages.Where(counts).Select(s => (Order: o, Shortage: s)))
            .GroupBy(p => (p.Shortage.ProductId, Warehouse: p.Order.Row.LinkId("warehouse_id")))
            .Where(g => g.Key.Warehouse > 0)
            .Select(g => new GoodsGroup(g.Key.ProductId, g.Key.Warehouse, g.First().Order.Warehouse, [.. g.OrderBy(p => p.Order.Promised ?? DateOnly.MaxValue).ThenBy(p => p.Order.Id)]));

    /// <summary>One sentence an order: how much of the goods it lacks.</summary>
    public IReadOnlyList<CaseDetail> Details(Func<Shortage, decimal> quantity)
        => [.. Short.Select(p => new CaseDetail($"{p.Order.Name} for {Phrase.Clean(p.Order.Customer, 80)} lacks {Phrase.Quantity(quantity(p.Shortage), Unit)}{PromisedWords(p.Order)}.", ScanBook.RecordOf(p.Order)))];

    public IReadOnlyList<Stake> Stakes => [.. Short.Select(p => ScanBook.StakeOf(p.Order))];

    private static string PromisedWords(OrderPicture order) => order.Promised is { } day ? $", promised {Phrase.Day(day)}" : string.Empty;
}
