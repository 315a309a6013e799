using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.History;

/// <summary>Reads what lies on the shelf now and, going back movement by movement from there, on which days nothing lay there.</summary>
internal sealed class ShelfReader(IOdooClient client, DemandReader demand, StockReader stock)
{
    /// <summary>Warehouse, kinds of operation (two), stock and open transfers (two), movements in and out.</summary>
    public const int RoundTrips = 7;

    private const decimal Tolerated = 0.02m;

    /// <summary>Reads a product's shelf, in one warehouse or in all.</summary>
    public async Task<(StockOutlook Stock, EmptyDays Empty)> ReadAsync(ToolContext context, int productId, int? warehouseId, DateOnly from, CancellationToken cancellationToken)
    {
        var sites = stock.SitesAsync(context.Caller, cancellationToken);
        var root = warehouseId is { } id
            ? client.ReadAsync(context.Caller, "stock.warehouse", [id], ["view_location_id"], cancellationToken)
            : Task.FromResult<IReadOnlyList<OdooRow>>([]);
        await Task.WhenAll(sites, root);
        var view = (await root) is [var row, ..] ? row.Link("view_location_id")?.Id : null;
        var picture = stock.ReadAsync(context, await sites, [productId], cancellationToken);
        var into = demand.MovedAsync(context, Across(productId, "location_dest_id", "location_id", view), from, cancellationToken);
        var away = demand.MovedAsync(context, Across(productId, "location_id", "location_dest_id", view), from, cancellationToken);
        await Task.WhenAll(picture, into, away);
        var now = await picture;
        var shelves = now.Shelves.Where(s => s.ProductId == productId && (warehouseId is null || s.WarehouseId == warehouseId)).ToList();
        var outlook = new StockOutlook(
            (double)shelves.Where(s => !s.OnQualityHold).Sum(s => s.Quantity),
            [.. now.Demands.Where(d => warehouseId is null || d.WarehouseId == warehouseId).OrderBy(d => d.Due).ThenBy(d => d.MoveId).Select(d => (d.Due, (double)d.Quantity))],
            [.. now.Supplies.Where(s => warehouseId is null || s.WarehouseId == warehouseId).OrderBy(s => s.Due).ThenBy(s => s.MoveId).Select(s => (s.Due, (double)s.Quantity))]);
        return (outlook, Empty(shelves.Sum(s => s.Quantity), await into, await away, from, context.Today));
    }

    /// <summary>The days that ended with nothing on the shelf. Stock that would have been below nothing shows that movements are missing: then no day is told.</summary>
    internal static EmptyDays Empty(decimal onHand, IReadOnlyList<MovedDay> into, IReadOnlyList<MovedDay> away, DateOnly from, DateOnly today)
    {
        var change = into.Select(m => (m.Day, m.Quantity)).Concat(away.Select(m => (m.Day, Quantity: -m.Quantity))).GroupBy(m => m.Day).ToDictionary(g => g.Key, g => g.Sum(m => m.Quantity));
        var least = -Math.Max(1, Tolerated * away.Sum(m => m.Quantity));
        var empty = new List<DateOnly>();
        var level = onHand;
        for (var day = today; day >= from; day = day.AddDays(-1))
        {
            if (level < least)
            {
                return new EmptyDays(false, []);
            }

            if (level <= 0)
            {
                empty.Add(day);
            }

            level -= change.GetValueOrDefault(day);
        }

        empty.Reverse();
        return new EmptyDays(true, empty);
    }

    /// <summary>Moves that cross the border of a warehouse, or of all of them, on the side of a field.</summary>
    private static OdooDomain Across(int productId, string inside, string outside, int? view)
    {
        var domain = OdooDomain.Where("product_id", "=", productId).And($"{inside}.usage", "=", "internal");
        return view is { } root
            ? domain.And(inside, "child_of", root).And(OdooDomain.Where(outside, "child_of", root).And($"{outside}.usage", "=", "internal").Not())
            : domain.And($"{outside}.usage", "!=", "internal");
    }
}
