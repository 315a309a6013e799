namespace Copilot.Odoo.Inventory;

/// <summary>Goods an open delivery needs. Quantities in the product's own unit.</summary>
internal sealed record Demand(int MoveId, int TransferId, int ProductId, int WarehouseId, decimal Quantity, decimal Reserved, DateOnly Due);

/// <summary>Goods an open receipt will bring.</summary>
internal sealed record Supply(int MoveId, int TransferId, int ProductId, int WarehouseId, decimal Quantity, DateOnly Due);

/// <summary>A part of a demand that comes with a receipt.</summary>
internal sealed record Draw(int SupplyTransferId, decimal Quantity);

/// <summary>Where a demand's goods come from.</summary>
internal sealed record Cover(Demand Demand, decimal FromStock, IReadOnlyList<Draw> FromReceipts, decimal Uncovered)
{
    /// <summary>What is not on the shelf for this demand.</summary>
    public decimal Missing { get; } = FromReceipts.Sum(d => d.Quantity) + Uncovered;
}

/// <summary>
/// Shares stock and receipts among open deliveries, a product and a warehouse at a time: what is reserved stays reserved, then the
/// earliest due takes from the shelf, then from receipts in the order they are expected. What is left has no source.
/// </summary>
internal static class Coverage
{
    /// <summary>Covers every demand.</summary>
    /// <param name="demands">All open deliveries of the products, not only those asked about: they compete.</param>
    /// <param name="supplies">All open receipts of the products.</param>
    /// <param name="onHand">Usable stock by product and warehouse, reserved included.</param>
    public static IReadOnlyDictionary<int, Cover> Allocate(
        IEnumerable<Demand> demands, IEnumerable<Supply> supplies, IReadOnlyDictionary<(int ProductId, int WarehouseId), decimal> onHand)
    {
        var covers = new Dictionary<int, Cover>();
        var incoming = supplies.ToLookup(s => (s.ProductId, s.WarehouseId));
        foreach (var group in demands.GroupBy(d => (d.ProductId, d.WarehouseId)))
        {
            Share([.. group.OrderBy(d => d.Due).ThenBy(d => d.MoveId)], incoming[group.Key], onHand.GetValueOrDefault(group.Key), covers);
        }

        return covers;
    }

    private static void Share(List<Demand> demands, IEnumerable<Supply> supplies, decimal stock, Dictionary<int, Cover> covers)
    {
        var free = Math.Max(0, Math.Max(0, stock) - demands.Sum(d => d.Reserved));
        var receipts = supplies.OrderBy(s => s.Due).ThenBy(s => s.MoveId).Select(s => (s.TransferId, Left: s.Quantity)).ToList();
        foreach (var demand in demands)
        {
            var need = Math.Max(0, demand.Quantity - demand.Reserved);
            var shelf = Math.Min(need, free);
            free -= shelf;
            need -= shelf;
            List<Draw>? draws = null;
            for (var i = 0; i < receipts.Count && need > 0; i++)
            {
                var part = Math.Min(need, receipts[i].Left);
                if (part > 0)
                {
                    (draws ??= []).Add(new Draw(receipts[i].TransferId, part));
                    receipts[i] = (receipts[i].TransferId, receipts[i].Left - part);
                    need -= part;
                }
            }

            covers[demand.MoveId] = new Cover(demand, Math.Min(demand.Reserved, demand.Quantity) + shelf, (IReadOnlyList<Draw>?)draws ?? [], need);
        }
    }
}
