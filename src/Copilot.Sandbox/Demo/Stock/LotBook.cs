using System.Globalization;
using Copilot.Sandbox.Demo.Products;

namespace Copilot.Sandbox.Demo.Stock;

/// <summary>Writes lots: <c>L</c>, year and month received, a running number.</summary>
internal sealed class LotBook(Workbench bench)
{
    private readonly Random dice = bench.Dice("lots");
    private readonly Dictionary<(int Product, int Warehouse), List<Lot>> lots = [];

    /// <summary>All lots ever received of a product in a warehouse, the oldest first; none for products without lots.</summary>
    public IReadOnlyList<Lot> Of(Product product, Warehouse warehouse)
    {
        if (!product.Lots)
        {
            return [];
        }

        if (!lots.TryGetValue((product.Id, warehouse.Id), out var own))
        {
            var shelf = product.Family.ShelfMonths * 30;
            var oldAge = product.Expires && dice.Chance(0.10) ? shelf - dice.Next(20, 85) : dice.Next(80, 150);
            own =
            [
                Write(product, warehouse, Math.Max(dice.Next(200, 320), oldAge)),
                Write(product, warehouse, oldAge),
                Write(product, warehouse, dice.Next(12, 60)),
            ];
            lots[(product.Id, warehouse.Id)] = own;
        }

        return own;
    }

    private Lot Write(Product product, Warehouse warehouse, int daysAgo)
    {
        var received = bench.Calendar.Today.AddDays(-daysAgo);
        var name = bench.Number(string.Create(CultureInfo.InvariantCulture, $"L{received:yyMM}-"), 3);
        DateTime? expires = product.Expires ? BusinessCalendar.At(received.AddDays(product.Family.ShelfMonths * 30), 0) : null;
        var id = bench.Add("stock.lot", new()
        {
            ["name"] = name,
            ["product_id"] = product.Id,
            ["product_uom_id"] = product.UnitId,
            ["company_id"] = warehouse.CompanyId,
            ["expiration_date"] = expires,
            ["use_date"] = expires?.AddDays(-30),
            ["removal_date"] = expires?.AddDays(-30),
            ["alert_date"] = expires?.AddDays(-90),
            ["create_date"] = BusinessCalendar.At(received, 9),
        });
        return new Lot(id, name, expires);
    }
}
