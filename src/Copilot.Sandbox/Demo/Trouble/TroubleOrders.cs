using Copilot.Sandbox.Demo.Customers;
using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Products;
using Copilot.Sandbox.Demo.Sales;

namespace Copilot.Sandbox.Demo.Trouble;

/// <summary>Plans the orders of <see cref="TroubleTable"/>.</summary>
internal sealed class TroubleOrders(Workbench bench, MasterRecords masters, Catalogue catalogue, CustomerBook customers, PriceLists prices)
{
    private readonly BusinessCalendar calendar = bench.Calendar;

    /// <summary>Products whose stock in a warehouse is told by the table; no healthy order may want them.</summary>
    public IReadOnlySet<(int Product, int Warehouse)> Stock()
        => (from row in TroubleTable.Open
            from line in row.Lines
            where line.Covered is not null
            select (catalogue[line.Code].Id, customers[row.Customer].Warehouse.Id)).ToHashSet();

    public IEnumerable<SaleOrder> Plan()
        => TroubleTable.Open.Select(Open).Concat(TroubleTable.Delivered.Select(Delivered)).Concat(TroubleTable.Discounted.Select(Discounted));

    private SaleOrder Open(TroubleRow row)
    {
        var order = Order(row, trouble: true);
        var covered = row.Lines.Select(l => l.Covered).ToList();
        Delivery? first = null;
        if (row.DeliveredFirst > 0)
        {
            order.Lines[0].Delivered = row.DeliveredFirst;
            first = new Delivery { Order = order, Done = BusinessCalendar.At(calendar.Business(row.Due - 1), 11, 20) };
            first.Moves.Add(new DeliveryMove { Line = order.Lines[0], Demand = row.DeliveredFirst, Picked = true });
            order.Deliveries.Add(first);
        }

        var open = new Delivery { Order = order, BackorderOf = first, PickerId = row.Started ? Picker(order) : null };
        for (var i = 0; i < order.Lines.Count; i++)
        {
            var line = order.Lines[i];
            open.Moves.Add(new DeliveryMove
            {
                Line = line,
                Demand = line.Quantity - line.Delivered,
                Coverable = covered[i],
                Reserve = true,
                Picked = row.Started && covered[i] is null,
            });
        }

        order.Deliveries.Add(open);
        return order;
    }

    private SaleOrder Delivered(TroubleRow row)
    {
        var order = Order(row, trouble: false);
        var shipped = new Delivery { Order = order, Done = BusinessCalendar.At(calendar.Business(row.Due), 10, 40) };
        foreach (var line in order.Lines)
        {
            line.Delivered = line.Quantity;
            shipped.Moves.Add(new DeliveryMove { Line = line, Demand = line.Quantity, Picked = true });
        }

        order.Deliveries.Add(shipped);
        return order;
    }

    private SaleOrder Discounted((string Reference, string Customer, int Ordered, int Due, string Code, int Quantity, decimal Discount, string Note) row)
    {
        var plain = new TroubleRow(row.Reference, row.Customer, row.Ordered, row.Due, (row.Code, row.Quantity, null)) { Note = row.Note };
        var order = Order(plain, trouble: false, row.Discount);
        var open = new Delivery { Order = order };
        open.Moves.Add(new DeliveryMove { Line = order.Lines[0], Demand = row.Quantity, Reserve = row.Due <= 6 });
        order.Deliveries.Add(open);
        return order;
    }

    private SaleOrder Order(TroubleRow row, bool trouble, decimal discount = 0)
    {
        var customer = customers[row.Customer];
        var day = calendar.Business(row.Ordered);
        var order = new SaleOrder
        {
            Customer = customer,
            Warehouse = customer.Warehouse,
            Ordered = BusinessCalendar.At(day, 9, 15),
            Promised = BusinessCalendar.At(calendar.Business(row.Due), 15),
            Reference = row.Reference,
            Trouble = trouble,
            OnCreditHold = row.CreditHold,
            Note = row.Note,
        };
        foreach (var (code, quantity, _) in row.Lines)
        {
            var product = catalogue[code];
            order.Lines.Add(new SaleLine
            {
                Product = product,
                Quantity = quantity,
                Price = prices.Quote(customer, product, day, quantity),
                Cost = prices.CostAt(product, day),
                Discount = discount,
            });
        }

        return order;
    }

    private int Picker(SaleOrder order) => masters.Users[order.Warehouse.CompanyId == 1 ? "warehouse-supervisor" : "admin"].User;
}
