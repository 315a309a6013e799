namespace Copilot.Odoo.Inventory;

/// <summary>A quantity in a place.</summary>
internal sealed record Shelf(int ProductId, int WarehouseId, string Location, bool OnQualityHold, (int Id, string Name)? Lot, decimal Quantity, decimal Reserved);

/// <summary>Stock of some products, and what is to come and go.</summary>
internal sealed record StockPicture(IReadOnlyList<Shelf> Shelves, IReadOnlyList<Demand> Demands, IReadOnlyList<Supply> Supplies)
{
    private readonly ILookup<int, Shelf> shelvesOf = Shelves.ToLookup(s => s.ProductId);

    public decimal OnHand(int productId, int? warehouseId = null) => Of(productId, warehouseId).Sum(s => s.Quantity);

    public decimal Reserved(int productId, int? warehouseId = null) => Of(productId, warehouseId).Sum(s => s.Reserved);

    public decimal OnHold(int productId, int? warehouseId = null) => Of(productId, warehouseId).Where(s => s.OnQualityHold).Sum(s => s.Quantity);

    /// <summary>On hand, neither reserved nor held by quality.</summary>
    public decimal Free(int productId, int? warehouseId = null)
        => Of(productId, warehouseId).Where(s => !s.OnQualityHold).Sum(s => s.Quantity - s.Reserved);

    public decimal Incoming(int productId, int? warehouseId = null)
        => Supplies.Where(s => s.ProductId == productId && (warehouseId is null || s.WarehouseId == warehouseId)).Sum(s => s.Quantity);

    /// <summary>Shares usable stock and receipts among the open deliveries.</summary>
    public IReadOnlyDictionary<int, Cover> Cover()
        => Coverage.Allocate(
            Demands,
            Supplies,
            Shelves.Where(s => !s.OnQualityHold).GroupBy(s => (s.ProductId, s.WarehouseId)).ToDictionary(g => g.Key, g => g.Sum(s => s.Quantity)));

    private IEnumerable<Shelf> Of(int productId, int? warehouseId)
        => shelvesOf[productId].Where(s => warehouseId is null || s.WarehouseId == warehouseId);
}
