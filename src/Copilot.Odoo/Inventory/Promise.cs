namespace Copilot.Odoo.Inventory;

/// <summary>
/// What of a product can be promised for a day from a warehouse: free stock (on hand without quality hold and reserved) and receipts expected from
/// today to that day, less what open deliveries due by then still need; never more than what is left on any later day, so that later
/// promises hold (cumulative available-to-promise as planning textbooks define it). Overdue receipts count nothing: nobody knows when they come.
/// </summary>
internal sealed record Promise(decimal Free, decimal Receipts, decimal Needed, decimal Least, IReadOnlyList<Supply> Counted, IReadOnlyList<Supply> Overdue)
{
    /// <summary>Free and receipts less what is needed by the day; below zero when more is promised already than there will be.</summary>
    public decimal ByDay => Free + Receipts - Needed;

    public decimal Quantity => Math.Max(0, Math.Min(ByDay, Least));

    /// <summary>Whether a later promise takes some of it.</summary>
    public bool KeptForLater => Least < ByDay && ByDay > 0;

    /// <summary>Works out the promise for a day.</summary>
    /// <param name="picture">Stock and open transfers of the product.</param>
    /// <param name="productId">The product.</param>
    /// <param name="warehouseId">The warehouse.</param>
    /// <param name="today">Today: receipts expected before are overdue.</param>
    /// <param name="by">The day the goods leave.</param>
    public static Promise Of(StockPicture picture, int productId, int warehouseId, DateOnly today, DateOnly by)
    {
        var free = picture.Free(productId, warehouseId);
        var demands = picture.Demands.Where(d => d.ProductId == productId && d.WarehouseId == warehouseId && d.Quantity > d.Reserved).ToList();
        var supplies = picture.Supplies.Where(s => s.ProductId == productId && s.WarehouseId == warehouseId).ToList();
        var coming = supplies.Where(s => s.Due >= today).ToList();
        decimal On(DateOnly day) => free + coming.Where(s => s.Due <= day).Sum(s => s.Quantity) - demands.Where(d => d.Due <= day).Sum(d => d.Quantity - d.Reserved);
        var counted = coming.Where(s => s.Due <= by).OrderBy(s => s.Due).ToList();
        var later = demands.Select(d => d.Due).Where(d => d > by).Distinct().Select(On).Append(On(by)).Min();
        return new Promise(free, counted.Sum(s => s.Quantity), demands.Where(d => d.Due <= by).Sum(d => d.Quantity - d.Reserved), later, counted, [.. supplies.Where(s => s.Due < today)]);
    }

    /// <summary>The first day from <paramref name="by"/> on that a quantity can be promised for; null when no receipt makes it possible.</summary>
    public static DateOnly? FirstDay(StockPicture picture, int productId, int warehouseId, DateOnly today, DateOnly by, decimal quantity)
        => picture.Supplies.Where(s => s.ProductId == productId && s.WarehouseId == warehouseId && s.Due > by).Select(s => s.Due).Append(by).Distinct().Order()
            .Where(day => Of(picture, productId, warehouseId, today, day).Quantity >= quantity).Select(d => (DateOnly?)d).FirstOrDefault();
}
