using Copilot.Sandbox.Demo.Purchasing;

namespace Copilot.Sandbox.Demo.Sales;

/// <summary>
/// Why orders of the past left late, beside plain bad luck: their goods came late from the supplier, or more lines were due on a day than the warehouse picks in one.
/// What does not fit goes on the next day, before what is due then.
/// </summary>
internal sealed class PickQueue(Workbench bench, IReadOnlyList<PurchaseOrder> purchases)
{
    /// <summary>Of the lines whose goods are on a late receipt, those that find nothing left on the shelf.</summary>
    private const double Empty = 0.7;

    /// <summary>Lines a warehouse picks in a day: the mean of what is due and so many deviations.</summary>
    private const double Reach = 1.7;

    private const int LongestWait = 12;
    private const int LongestQueue = 4;

    // The last days stay as they were planned: what is late today is told elsewhere.
    private const int Untouched = 3;

    private readonly Random dice = bench.Dice("pick queue");
    private readonly BusinessCalendar calendar = bench.Calendar;

    /// <summary>Sets the days on which orders left.</summary>
    public void Ship(IEnumerable<SaleOrder> orders)
    {
        var last = calendar.Business(-1 - Untouched);
        var late = (from purchase in purchases
                    where purchase.Received is { } came && came.Date > purchase.Promised.Date
                    from line in purchase.Lines
                    select (Key: (purchase.Warehouse.Id, line.Product.Id), From: DateOnly.FromDateTime(purchase.Promised), Came: DateOnly.FromDateTime(purchase.Received!.Value)))
            .ToLookup(r => r.Key, r => (r.From, r.Came));
        foreach (var warehouse in orders.Where(o => o.State == "sale" && o.Deliveries is [{ Done: not null }, ..]).GroupBy(o => o.Warehouse.Id).OrderBy(g => g.Key))
        {
            var waiting = warehouse.OrderBy(o => o.Promised).ThenBy(o => o.Ordered).Select(o => (Order: o, Ready: Ready(o, late, last))).Where(o => o.Ready <= last).ToList();
            Work(waiting, last);
        }
    }

    /// <summary>The day the order could leave: as planned, or the business day after its goods came.</summary>
    private DateOnly Ready(SaleOrder order, ILookup<(int Warehouse, int Product), (DateOnly From, DateOnly Came)> late, DateOnly last)
    {
        var planned = DateOnly.FromDateTime(order.Deliveries[0].Done!.Value);
        var ready = planned;
        foreach (var line in order.Lines)
        {
            foreach (var (from, came) in late[(order.Warehouse.Id, line.Product.Id)])
            {
                if (from <= planned && came > planned && dice.Chance(Empty))
                {
                    var after = BusinessCalendar.Shift(came, 1);
                    ready = after > ready ? after : ready;
                }
            }
        }

        var latest = BusinessCalendar.Shift(planned, LongestWait);
        ready = ready > latest ? latest : ready;
        return ready > last && planned <= last ? last : ready;
    }

    private void Work(List<(SaleOrder Order, DateOnly Ready)> waiting, DateOnly last)
    {
        var due = waiting.GroupBy(o => o.Ready).ToDictionary(g => g.Key, g => g.ToList());
        if (due.Count == 0)
        {
            return;
        }

        var capacity = Capacity(due, last);
        var queue = new List<(SaleOrder Order, DateOnly Ready)>();
        for (var day = due.Keys.Min(); day <= last; day = BusinessCalendar.Shift(day, 1))
        {
            queue.AddRange(due.GetValueOrDefault(day) ?? []);
            var (left, kept) = (capacity, new List<(SaleOrder Order, DateOnly Ready)>());
            foreach (var one in queue)
            {
                var fits = one.Order.Lines.Count <= left || left == capacity || day >= last || BusinessCalendar.Shift(one.Ready, LongestQueue) <= day;
                if (fits && kept.Count == 0)
                {
                    left -= one.Order.Lines.Count;
                    Leave(one.Order, day);
                }
                else
                {
                    kept.Add(one);
                }
            }

            queue = kept;
        }
    }

    private static double Capacity(Dictionary<DateOnly, List<(SaleOrder Order, DateOnly Ready)>> due, DateOnly last)
    {
        var lines = new List<double>();
        for (var day = due.Keys.Min(); day <= last; day = BusinessCalendar.Shift(day, 1))
        {
            lines.Add(due.GetValueOrDefault(day)?.Sum(o => o.Order.Lines.Count) ?? 0);
        }

        var mean = lines.Average();
        return Math.Ceiling(mean + (Reach * Math.Sqrt(lines.Average(l => (l - mean) * (l - mean)))));
    }

    private void Leave(SaleOrder order, DateOnly day)
    {
        var planned = DateOnly.FromDateTime(order.Deliveries[0].Done!.Value);
        if (day == planned)
        {
            return;
        }

        foreach (var delivery in order.Deliveries.Where(d => d.Done is not null))
        {
            var done = DateOnly.FromDateTime(delivery.Done!.Value);
            var moved = delivery == order.Deliveries[0] ? day : Later(BusinessCalendar.Shift(day, 3), done);
            delivery.Done = moved.ToDateTime(TimeOnly.FromDateTime(delivery.Done.Value), DateTimeKind.Utc);
        }
    }

    private DateOnly Later(DateOnly day, DateOnly planned)
    {
        var later = day > planned ? day : planned;
        return later > calendar.LastWorked ? calendar.LastWorked : later;
    }
}
