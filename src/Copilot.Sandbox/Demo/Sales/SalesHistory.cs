using System.Globalization;
using Copilot.Sandbox.Demo.Customers;
using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Products;
using Copilot.Sandbox.Demo.Purchasing;

namespace Copilot.Sandbox.Demo.Sales;

/// <summary>Plans 24 months of orders, and the healthy ones that are open today.</summary>
internal sealed class SalesHistory(
    Workbench bench, MasterRecords masters, CustomerBook customers, PriceLists prices, IReadOnlySet<(int Product, int Warehouse)> troubled)
{
    private const double OrdersADay = 10.2;
    private const int HealthyOpenOrders = 84;

    // A draw below the first is somebody's mistake; the draws up to the second were late once and are kept so that nothing else changes with them.
    private const double PlainBadLuck = 0.015;
    private const double DrawnLate = 0.065;
    private static readonly double[] Lumps = [0.5, 1, 1, 4];
    private readonly Random dice = bench.Dice("sales");
    private readonly BusinessCalendar calendar = bench.Calendar;
    private readonly double[] customerWeights = Draws.Cumulate(customers.All.Select(c => c.Weight));
    private int references = 4000;

    /// <summary>Plans them.</summary>
    /// <param name="purchases">What was bought in the same time: goods that came late make orders late.</param>
    public List<SaleOrder> Plan(IReadOnlyList<PurchaseOrder> purchases)
    {
        var orders = new List<SaleOrder>(6000);
        var open = 0;
        for (var day = BusinessCalendar.OnOrAfter(calendar.First); day < calendar.Today; day = BusinessCalendar.Shift(day, 1))
        {
            var busy = OrdersADay * (0.8 + (0.4 * dice.NextDouble())) * (1 + (0.06 * (1 - calendar.YearsAgo(day))));
            for (var i = 0; i < (int)Math.Round(busy); i++)
            {
                var order = Order(day, Lead(), dice.Chance(0.013) ? "cancel" : "sale");
                open += order.Open && order.Lines.Count > 0 ? 1 : 0;
                orders.Add(order);
            }
        }

        for (; open < HealthyOpenOrders; open++)
        {
            orders.Add(Order(calendar.Business(-1 - dice.Next(5)), 8 + dice.Next(8), "sale"));
        }

        for (var i = 0; i < 26; i++)
        {
            orders.Add(Order(calendar.Business(-1 - dice.Next(15)), 20, dice.Chance(0.5) ? "draft" : "sent"));
        }

        orders.RemoveAll(o => o.Lines.Count == 0);
        new PickQueue(bench, purchases).Ship(orders);
        return orders;
    }

    private int Lead() => dice.NextDouble() switch { < 0.5 => 2 + dice.Next(3), < 0.8 => 5 + dice.Next(4), _ => 10 + dice.Next(14) };

    private SaleOrder Order(DateOnly day, int lead, string state)
    {
        var customer = customers.All[dice.Weighted(customerWeights)];
        var promised = BusinessCalendar.Shift(day, lead);
        var open = state == "sale" && promised > calendar.Today;
        var order = new SaleOrder
        {
            Customer = customer,
            Warehouse = customer.Warehouse,
            Ordered = BusinessCalendar.At(day, 7 + dice.Next(8), dice.Next(60)),
            Promised = BusinessCalendar.At(promised, 15),
            State = state,
            Reference = string.Create(CultureInfo.InvariantCulture, $"{Initials(customer.Name)}-{++references}"),
        };
        FillLines(order, day, avoidTrouble: state != "cancel" && promised >= calendar.Today);
        if (open)
        {
            PlanOpen(order, promised);
        }
        else if (state == "sale")
        {
            PlanDone(order, promised);
        }

        return order;
    }

    private void FillLines(SaleOrder order, DateOnly day, bool avoidTrouble)
    {
        var customer = order.Customer;
        var wanted = 1 + Math.Min(6, (int)dice.Exponential(2.2));
        for (var attempt = 0; attempt < wanted * 3 && order.Lines.Count < wanted; attempt++)
        {
            var product = customer.Assortment[dice.Weighted(customer.Preference)];
            if (order.Lines.Exists(l => l.Product == product) || (avoidTrouble && troubled.Contains((product.Id, order.Warehouse.Id))))
            {
                continue;
            }

            var quantity = Quantity(customer, product, day);
            order.Lines.Add(new SaleLine
            {
                Product = product,
                Quantity = quantity,
                Price = prices.Quote(customer, product, day, quantity),
                Cost = prices.CostAt(product, day),
            });
        }
    }

    private int Quantity(Customer customer, Product product, DateOnly day)
    {
        var family = product.Family;
        var wave = family.Season(day.Month) * (1 + (family.Growth * (1 - calendar.YearsAgo(day)))) * (prices.Promoted(product, day) ? 1.8 : 1);
        var lump = product.Intermittent ? dice.Pick(Lumps) : 1;
        var plain = product.UsualQuantity * customer.Size * wave * lump * Math.Exp(0.35 * dice.Normal());
        return plain switch { < 1 => 1, < 20 => (int)Math.Round(plain), < 100 => (int)Math.Round(plain / 5) * 5, _ => (int)Math.Round(plain / 10) * 10 };
    }

    private void PlanOpen(SaleOrder order, DateOnly promised)
    {
        var started = promised <= calendar.Business(2);
        var delivery = new Delivery { Order = order, PickerId = started ? StaffOf(order) : null };
        delivery.Moves.AddRange(order.Lines.Select(l => new DeliveryMove
        {
            Line = l,
            Demand = l.Quantity,
            Reserve = promised <= calendar.Business(6),
            Picked = started,
        }));
        order.Deliveries.Add(delivery);
    }

    /// <summary>Bram de Wit answers for picks in company 1; in Leipzig they run under the administrator.</summary>
    private int StaffOf(SaleOrder order) => masters.Users[order.Warehouse.CompanyId == 1 ? "warehouse-supervisor" : "admin"].User;

    private void PlanDone(SaleOrder order, DateOnly promised)
    {
        var luck = dice.NextDouble();
        var delay = luck < DrawnLate ? 1 + (int)dice.Exponential(1.6) : 0;
        var shipped = Latest(luck < PlainBadLuck ? BusinessCalendar.Shift(promised, delay) : promised);
        var split = order.Lines.Count > 1 && !order.ShipComplete && dice.Chance(0.04);
        var first = new Delivery { Order = order, Done = BusinessCalendar.At(shipped, 8 + dice.Next(6), dice.Next(60)) };
        order.Deliveries.Add(first);
        var rest = new Delivery
        {
            Order = order,
            BackorderOf = first,
            Done = BusinessCalendar.At(Latest(BusinessCalendar.Shift(shipped, 3)), 14, dice.Next(60)),
            Cancelled = false,
        };
        var dropped = new Delivery { Order = order, BackorderOf = first, Cancelled = true };
        var drop = split && dice.Chance(0.15);
        for (var i = 0; i < order.Lines.Count; i++)
        {
            var line = order.Lines[i];
            var now = split && i == 0 ? line.Quantity / 2 : line.Quantity;
            if (now > 0)
            {
                first.Moves.Add(new DeliveryMove { Line = line, Demand = now, Picked = true });
            }

            if (now < line.Quantity)
            {
                (drop ? dropped : rest).Moves.Add(new DeliveryMove { Line = line, Demand = line.Quantity - now, Picked = !drop });
            }

            line.Delivered = drop ? now : line.Quantity;
        }

        order.Deliveries.AddRange(new[] { rest, dropped }.Where(d => d.Moves.Count > 0));
    }

    private DateOnly Latest(DateOnly day) => day > calendar.LastWorked ? calendar.LastWorked : day;

    private static string Initials(string name)
        => string.Concat(name.Split(' ').Select(w => char.ToUpperInvariant(w[0])).Where(char.IsLetter).Take(3));
}
