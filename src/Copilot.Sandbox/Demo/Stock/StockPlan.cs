using Copilot.Sandbox.Demo.Products;
using Copilot.Sandbox.Demo.Sales;

namespace Copilot.Sandbox.Demo.Stock;

/// <summary>
/// Decides what lies where: enough for every healthy open order, exactly what the day's trouble says for the rest.
/// Reservations are taken from these very quants, so that reserved quantities add up.
/// </summary>
internal sealed class StockPlan
{
    private static readonly (string Code, string Warehouse, int Quantity)[] Held =
        [("CCP-GEL-500", "LYO", 600), ("CCP-EPS-30", "LYO", 80), ("CLN-DIS-5L", "LYO", 24), ("GLV-NIT-S", "LYO", 60), ("BOX-FCT-S", "RTM", 150), ("CCP-PCM-5C", "LEJ", 40)];

    private readonly Workbench bench;
    private readonly LotBook lots;
    private readonly Random dice;
    private readonly Dictionary<(int Product, int Warehouse), List<Quant>> quants = [];
    private readonly Dictionary<(int Product, int Warehouse), double> weekly = [];

    private StockPlan(Workbench bench, LotBook lots)
    {
        this.bench = bench;
        this.lots = lots;
        dice = bench.Dice("stock");
    }

    /// <summary>Units sold a week over the last 13 weeks.</summary>
    public double Weekly(Product product, Warehouse warehouse) => weekly.GetValueOrDefault((product.Id, warehouse.Id));

    public IEnumerable<Quant> Quants => quants.Values.SelectMany(q => q);

    public static StockPlan Make(
        Workbench bench, Catalogue catalogue, Site site, IReadOnlyList<SaleOrder> orders, IReadOnlySet<(int Product, int Warehouse)> troubled)
    {
        var plan = new StockPlan(bench, new LotBook(bench));
        plan.CountDemand(orders);
        var needed = Needed(orders);
        foreach (var warehouse in site.All)
        {
            foreach (var product in catalogue.All.Where(warehouse.Keeps))
            {
                plan.PutAway(product, warehouse, needed.GetValueOrDefault((product.Id, warehouse.Id)), troubled.Contains((product.Id, warehouse.Id)));
            }
        }

        plan.Hold(catalogue, site);
        foreach (var move in orders.Where(o => o.Open).OrderBy(o => o.Promised).SelectMany(o => o.Deliveries).Where(d => d.Open).SelectMany(d => d.Moves.Select(m => (d.Order.Warehouse, m))))
        {
            plan.Reserve(move.m, move.Warehouse);
        }

        plan.TraceShipped(orders);
        return plan;
    }

    private static Dictionary<(int, int), int> Needed(IReadOnlyList<SaleOrder> orders)
    {
        var needed = new Dictionary<(int, int), int>();
        foreach (var delivery in orders.SelectMany(o => o.Deliveries).Where(d => d.Open))
        {
            foreach (var move in delivery.Moves)
            {
                var key = (move.Line.Product.Id, delivery.Order.Warehouse.Id);
                needed[key] = needed.GetValueOrDefault(key) + (move.Coverable ?? move.Demand);
            }
        }

        return needed;
    }

    private void CountDemand(IReadOnlyList<SaleOrder> orders)
    {
        var since = BusinessCalendar.At(bench.Calendar.Today.AddDays(-91), 0);
        foreach (var order in orders.Where(o => o.State == "sale" && o.Ordered >= since))
        {
            foreach (var line in order.Lines)
            {
                var key = (line.Product.Id, order.Warehouse.Id);
                weekly[key] = weekly.GetValueOrDefault(key) + (line.Quantity / 13.0);
            }
        }
    }

    private void PutAway(Product product, Warehouse warehouse, int needed, bool troubled)
    {
        var dead = product.Popularity == 0;
        var free = troubled ? 0 : dead ? product.UsualQuantity * 8 : FreeStock(product, warehouse);
        var total = needed + free;
        var own = quants[(product.Id, warehouse.Id)] = [];
        if (total == 0)
        {
            return;
        }

        var batch = lots.Of(product, warehouse);
        var since = bench.Calendar.Today.AddDays(dead ? -430 : -dice.Next(8, 90));
        if (batch.Count > 0)
        {
            var old = Math.Max(1, total / 3);
            own.Add(Lying(product, warehouse, warehouse.Bin(product), batch[1], old, since));
            if (total > old)
            {
                own.Add(Lying(product, warehouse, warehouse.Bin(product), batch[2], total - old, since));
            }
        }
        else if (total > product.UsualQuantity * 6 && !troubled)
        {
            own.Add(Lying(product, warehouse, warehouse.Bin(product), null, total / 2, since));
            own.Add(Lying(product, warehouse, warehouse.Reserve(product), null, total - (total / 2), since));
        }
        else
        {
            own.Add(Lying(product, warehouse, warehouse.Bin(product), null, total, since));
        }
    }

    private int FreeStock(Product product, Warehouse warehouse)
    {
        var weeks = 2.5 + (3.5 * dice.NextDouble());
        var plain = Math.Max(product.UsualQuantity * 1.5, Weekly(product, warehouse) * weeks);
        return plain > 40 ? (int)Math.Round(plain / 10) * 10 : (int)Math.Ceiling(plain);
    }

    private static Quant Lying(Product product, Warehouse warehouse, int location, Lot? lot, int quantity, DateOnly since)
        => new() { Product = product, Warehouse = warehouse, LocationId = location, Lot = lot, Quantity = quantity, Since = since };

    private void Hold(Catalogue catalogue, Site site)
    {
        foreach (var (code, place, quantity) in Held)
        {
            var product = catalogue[code];
            var warehouse = site.All.First(w => w.Code == place);
            quants[(product.Id, warehouse.Id)].Add(new Quant
            {
                Product = product,
                Warehouse = warehouse,
                LocationId = warehouse.QualityHold,
                Lot = lots.Of(product, warehouse).Count > 0 ? lots.Of(product, warehouse)[2] : null,
                Quantity = quantity,
                Since = bench.Calendar.Business(-4),
                OnHold = true,
            });
        }
    }

    private void Reserve(DeliveryMove move, Warehouse warehouse)
    {
        var wanted = move.Coverable ?? (move.Reserve ? move.Demand : 0);
        foreach (var quant in quants[(move.Line.Product.Id, warehouse.Id)].Where(q => !q.OnHold).OrderBy(q => q.Lot?.Expires))
        {
            var taken = Math.Min(wanted, quant.Quantity - quant.Reserved);
            if (taken > 0)
            {
                quant.Reserved += taken;
                wanted -= taken;
                move.Shares.Add(new StockShare(quant.LocationId, quant.Lot, taken));
            }
        }
    }

    /// <summary>The last 90 days keep their move lines, with lots: traceability and recalls ask for them.</summary>
    private void TraceShipped(IReadOnlyList<SaleOrder> orders)
    {
        var since = BusinessCalendar.At(bench.Calendar.Today.AddDays(-90), 0);
        foreach (var order in orders)
        {
            foreach (var delivery in order.Deliveries.Where(d => d.Done >= since))
            {
                foreach (var move in delivery.Moves)
                {
                    var batch = lots.Of(move.Line.Product, order.Warehouse);
                    var lot = batch.Count == 0 ? null : batch[dice.Chance(0.4) ? 0 : 1];
                    move.Shares.Add(new StockShare(order.Warehouse.Bin(move.Line.Product), lot, move.Demand));
                }
            }
        }
    }
}
