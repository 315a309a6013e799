using Copilot.Sandbox.Demo.Customers;
using Copilot.Sandbox.Demo.Products;
using Copilot.Sandbox.Demo.Stock;
using Copilot.Sandbox.Demo.Suppliers;

namespace Copilot.Sandbox.Demo.Purchasing;

/// <summary>Plans 24 months of purchase orders; each supplier keeps its dates as it is known to. None that is planned here is late today.</summary>
internal sealed class PurchaseHistory(
    Workbench bench, Catalogue catalogue, SupplierBook suppliers, Site site, PriceLists prices, IReadOnlySet<(int Product, int Warehouse)> troubled)
{
    private readonly Random dice = bench.Dice("purchasing");
    private readonly BusinessCalendar calendar = bench.Calendar;

    public List<PurchaseOrder> Plan()
    {
        var orders = new List<PurchaseOrder>(1200);
        foreach (var supplier in suppliers.All)
        {
            var places = site.All.Where(w => catalogue.All.Any(p => supplier.Makes(p.Family.Code) && w.Keeps(p))).ToList();
            var interval = (calendar.Today.DayNumber - calendar.First.DayNumber) / (double)supplier.Orders;
            for (var i = 0; i < supplier.Orders; i++)
            {
                var day = BusinessCalendar.OnOrAfter(calendar.First.AddDays((int)((i + (0.8 * dice.NextDouble())) * interval)));
                if (day <= calendar.LastWorked)
                {
                    orders.Add(Order(supplier, dice.Pick(places), day));
                }
            }
        }

        orders.RemoveAll(o => o.Lines.Count == 0);
        return orders;
    }

    private PurchaseOrder Order(Supplier supplier, Warehouse warehouse, DateOnly day)
    {
        var promised = BusinessCalendar.OnOrAfter(day.AddDays(supplier.LeadDays));
        var toCome = promised >= calendar.Today;
        if (promised == calendar.Today)
        {
            promised = calendar.Business(1);
        }

        var order = new PurchaseOrder
        {
            Supplier = supplier,
            Warehouse = warehouse,
            Ordered = BusinessCalendar.At(day, 8 + dice.Next(6), dice.Next(60)),
            Promised = BusinessCalendar.At(promised, 12),
            Expected = BusinessCalendar.At(promised, 12),
            Received = toCome ? null : Arrival(supplier, day, promised),
        };
        var offered = catalogue.All.Where(p => p.Popularity > 0 && warehouse.Keeps(p) && suppliers.Offers(supplier, p)).ToList();
        for (var i = 1 + dice.Next(4); i > 0 && offered.Count > 0; i--)
        {
            var product = dice.Pick(offered);
            if (!order.Lines.Exists(l => l.Product == product) && !(toCome && troubled.Contains((product.Id, warehouse.Id))))
            {
                order.Lines.Add(Line(supplier, product, day, product.UsualQuantity * (5 + dice.Next(16)), received: !toCome));
            }
        }

        return order;
    }

    private PurchaseLine Line(Supplier supplier, Product product, DateOnly day, int quantity, bool received)
        => new()
        {
            Product = product,
            Quantity = quantity,
            Price = Math.Round(suppliers.Price(supplier, product) * prices.CostAt(product, day) / product.Cost, 2),
            Received = received ? quantity : 0,
        };

    private DateTime Arrival(Supplier supplier, DateOnly ordered, DateOnly promised)
    {
        var progress = 1 - (calendar.YearsAgo(promised) / 2);
        var share = supplier.GettingLater ? supplier.LateShare * (0.3 + (1.5 * progress)) : supplier.LateShare;
        var mean = supplier.GettingLater ? supplier.LateDays * (0.4 + (1.2 * progress)) : supplier.LateDays;
        if (dice.Chance(share))
        {
            var late = BusinessCalendar.Shift(promised, 1 + (int)Math.Round(dice.Exponential(mean)));
            return BusinessCalendar.At(late > calendar.LastWorked ? calendar.LastWorked : late, 13, dice.Next(60));
        }

        var early = dice.Chance(0.3) ? BusinessCalendar.Shift(promised, -1) : promised;
        return BusinessCalendar.At(early > ordered ? early : promised, 7 + dice.Next(4), dice.Next(60));
    }
}
