using Copilot.Odoo.Inventory;
using Xunit;

namespace Copilot.Tests.Odoo.Inventory;

public sealed class CoverageTests
{
    private static readonly DateOnly Day = new(2026, 11, 27);

    [Fact]
    public void What_is_reserved_stays_reserved_even_for_a_later_order()
    {
        var covers = Allocate([Demand(1, 10, due: 0), Demand(2, 10, reserved: 10, due: 5)], [], 10);
        Assert.Equal(10, covers[1].Uncovered);
        Assert.Equal(0, covers[2].Missing);
    }

    [Fact]
    public void The_earliest_due_takes_from_the_shelf_first()
    {
        var covers = Allocate([Demand(1, 6, due: 5), Demand(2, 6, due: 1)], [], 8);
        Assert.Equal((4m, 0m), (covers[1].Uncovered, covers[2].Uncovered));
    }

    [Fact]
    public void Receipts_serve_in_the_order_they_are_expected()
    {
        var covers = Allocate([Demand(1, 10, due: 1)], [Supply(7, 4, due: 3), Supply(8, 4, due: 2)], 1);
        Assert.Equal([new Draw(8, 4), new Draw(7, 4)], covers[1].FromReceipts);
        Assert.Equal((1m, 1m, 9m), (covers[1].FromStock, covers[1].Uncovered, covers[1].Missing));
    }

    [Fact]
    public void Another_warehouse_does_not_help()
        => Assert.Equal(5, Coverage.Allocate([Demand(1, 5)], [], new Dictionary<(int, int), decimal> { [(1, 2)] = 100 })[1].Uncovered);

    [Fact]
    public void Negative_stock_is_no_stock()
        => Assert.Equal(5, Allocate([Demand(1, 5)], [], -20)[1].Uncovered);

    [Fact]
    public void Nothing_is_given_out_twice_and_nothing_is_lost()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var stock = random.Next(0, 60);
            var demands = Enumerable.Range(1, 8).Select(i => Demand(i, random.Next(1, 20), due: random.Next(0, 9))).ToList();
            var supplies = Enumerable.Range(1, 4).Select(i => Supply(i, random.Next(1, 20), due: random.Next(0, 9))).ToList();
            var covers = Allocate(demands, supplies, stock).Values;
            Assert.All(covers, c => Assert.Equal(c.Demand.Quantity, c.FromStock + c.Missing));
            Assert.True(covers.Sum(c => c.FromStock) <= stock);
            Assert.All(supplies, s => Assert.True(covers.SelectMany(c => c.FromReceipts).Where(d => d.SupplyTransferId == s.TransferId).Sum(d => d.Quantity) <= s.Quantity));
            Assert.True(covers.Sum(c => c.Uncovered) == Math.Max(0, demands.Sum(d => d.Quantity) - stock - supplies.Sum(s => s.Quantity)));
        }
    }

    private static IReadOnlyDictionary<int, Cover> Allocate(IEnumerable<Demand> demands, IEnumerable<Supply> supplies, decimal stock)
        => Coverage.Allocate(demands, supplies, new Dictionary<(int, int), decimal> { [(1, 1)] = stock });

    private static Demand Demand(int id, decimal quantity, decimal reserved = 0, int due = 0) => new(id, id, 1, 1, quantity, reserved, Day.AddDays(due));

    private static Supply Supply(int id, decimal quantity, int due = 0) => new(id, id, 1, 1, quantity, Day.AddDays(due));
}
