using Copilot.Odoo.History;
using Xunit;

namespace Copilot.Tests.Odoo.History;

public sealed class ShelfReaderTests
{
    private static readonly DateOnly First = new(2026, 3, 2);

    [Fact]
    public void Days_that_ended_with_nothing_are_found_by_going_back_from_todays_stock()
    {
        // 10 on the first day, gone on the third, 20 came on the sixth, 5 of them left on the eighth.
        var empty = ShelfReader.Empty(15, [new(1, First, 10), new(1, First.AddDays(5), 20)], [new(1, First.AddDays(2), 10), new(1, First.AddDays(7), 5)], First, First.AddDays(9));
        Assert.True(empty.Known);
        Assert.Equal([First.AddDays(2), First.AddDays(3), First.AddDays(4)], empty.Days);
    }

    [Fact]
    public void Movements_that_do_not_add_up_to_todays_stock_tell_nothing()
    {
        var empty = ShelfReader.Empty(15, [new(1, First.AddDays(5), 200)], [new(1, First.AddDays(7), 5)], First, First.AddDays(9));
        Assert.False(empty.Known);
        Assert.Empty(empty.Days);
    }
}
